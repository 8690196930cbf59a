package dev.authmock.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map in which what was written the longest time ago makes room.
 *
 * @param <V> the values
 */
final class LatestOnes<V> {
  private final int max;
  private final Map<String, V> oldestFirst = new LinkedHashMap<>();

  /** The key written last: one client often sends many requests in a row. */
  private @Nullable String newest;

  LatestOnes(int max) {
    this.max = max;
  }

  /** Puts a value in the place of whatever was there. */
  synchronized void put(String key, V value) {
    oldestFirst.remove(key);
    oldestFirst.put(key, value);
    newest = key;
    if (oldestFirst.size() > max) {
      oldestFirst.remove(oldestFirst.keySet().iterator().next());
    }
  }

  /** Writes the value again that is there, or else a new one; gives it. */
  synchronized V renew(String key, Supplier<V> fresh) {
    V known = oldestFirst.get(key);
    if (known != null && key.equals(newest)) {
      return known;
    }
    V value = known == null ? fresh.get() : known;
    put(key, value);
    return value;
  }

  /** The value with this key, if there is one. */
  synchronized @Nullable V find(String key) {
    return oldestFirst.get(key);
  }

  /** All values, the one that was written last first. */
  synchronized List<V> newestFirst() {
    List<V> all = new ArrayList<>(oldestFirst.values());
    Collections.reverse(all);
    return all;
  }

  synchronized void clear() {
    oldestFirst.clear();
  }
}
