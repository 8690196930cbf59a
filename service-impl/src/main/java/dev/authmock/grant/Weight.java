package dev.authmock.grant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes of memory JSON values and texts take. */
public final class Weight {
  /** An object, and its place in a collection. */
  private static final int OBJECT = 64;

  private Weight() {}

  /** The weight of several values together. */
  public static long of(@Nullable Object... values) {
    long sum = 0;
    for (Object value : values) {
      sum += ofOne(value);
    }
    return sum;
  }

  private static long ofOne(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof CharSequence text) {
      return OBJECT + (long) text.length();
    }
    if (value instanceof List<?> list) {
      return OBJECT + of(list.toArray());
    }
    if (value instanceof Map<?, ?> map) {
      return OBJECT + of(map.keySet().toArray()) + of(map.values().toArray());
    }
    return OBJECT;
  }
}
