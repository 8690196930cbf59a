package dev.authmock.token;

import dev.authmock.json.JsonWriting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Claims as a tester orders them: whether they are JSON that can be signed, and how big it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-3">RFC 8259, section 3</a>
 */
final class ShapedClaims {
  private static final int MAX_DEPTH = 16;

  private ShapedClaims() {}

  /** What can't be signed in them, if anything; asked before anything else is made of them. */
  static Optional<String> flaw(Map<String, @Nullable Object> claims) {
    return flaw(claims, 0);
  }

  private static Optional<String> flaw(@Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      return Optional.of("more than " + MAX_DEPTH + " levels");
    }
    if (value instanceof Map<?, ?> object) {
      return object.keySet().stream().allMatch(String.class::isInstance)
          ? flawIn(object.values().stream(), depth)
          : Optional.of("a name that is no string");
    }
    if (value instanceof Collection<?> array) {
      return flawIn(array.stream(), depth);
    }
    if (value instanceof Number number) {
      return Double.isFinite(number.doubleValue())
          ? Optional.empty()
          : Optional.of("a number out of range");
    }
    return value == null || value instanceof String || value instanceof Boolean
        ? Optional.empty()
        : Optional.of("a value that is no JSON (a date needs quotes)");
  }

  private static Optional<String> flawIn(Stream<?> values, int depth) {
    return values.map(value -> flaw(value, depth + 1)).flatMap(Optional::stream).findFirst();
  }

  /** A copy that nobody changes, of claims without a flaw. */
  static Map<String, @Nullable Object> copyOf(Map<String, @Nullable Object> claims) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    claims.forEach((name, value) -> copy.put(name, copy(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      object.forEach((name, member) -> copy.put((String) name, copy(member)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof Collection<?> array) {
      List<@Nullable Object> copy = new ArrayList<>(array.size());
      array.forEach(element -> copy.add(copy(element)));
      return Collections.unmodifiableList(copy);
    }
    return value;
  }

  /** How many bytes they take in a token, before it is encoded. */
  static int size(Map<String, @Nullable Object> claims) {
    return JsonWriting.bytes(claims).length;
  }
}
