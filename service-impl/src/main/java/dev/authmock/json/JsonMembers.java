package dev.authmock.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads members of a JSON object by the types of JWT, whatever is really there. */
public final class JsonMembers {

  /** The earliest date told apart, so that the caller may still subtract a clock skew. */
  public static final Instant MIN_DATE = Instant.parse("-9999-01-01T00:00:00Z");

  /** The latest date told apart, so that the caller may still add a clock skew. */
  public static final Instant MAX_DATE = Instant.parse("9999-12-31T23:59:59Z");

  private JsonMembers() {}

  /** A member that should be a string. */
  public static Member<String> string(Map<String, ? extends @Nullable Object> object, String name) {
    if (!object.containsKey(name)) {
      return Member.absent();
    }
    return object.get(name) instanceof String text ? Member.of(text) : Member.malformed();
  }

  /** A member that should be an array of strings. */
  public static Member<List<String>> strings(
      Map<String, ? extends @Nullable Object> object, String name) {
    if (!object.containsKey(name)) {
      return Member.absent();
    }
    if (object.get(name) instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)) {
      return Member.of(list.stream().map(String.class::cast).toList());
    }
    return Member.malformed();
  }

  /**
   * A member that should be a string or an array of strings.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3">RFC 7519 §4.1.3</a>
   */
  public static Member<List<String>> stringOrStrings(
      Map<String, ? extends @Nullable Object> object, String name) {
    return object.get(name) instanceof String text
        ? Member.of(List.of(text))
        : strings(object, name);
  }

  /**
   * A member that should be a NumericDate; dates out of all reason come as {@link #MIN_DATE} or
   * {@link #MAX_DATE}.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-2">RFC 7519 §2, NumericDate</a>
   */
  public static Member<Instant> numericDate(
      Map<String, ? extends @Nullable Object> object, String name) {
    if (!object.containsKey(name)) {
      return Member.absent();
    }
    if (!(object.get(name) instanceof Number number)) {
      return Member.malformed();
    }
    // A double is enough to see that it is out of range, and 1e300 never becomes a long BigDecimal.
    double rough = number.doubleValue();
    if (Double.isNaN(rough)) {
      return Member.malformed();
    }
    if (rough >= MAX_DATE.getEpochSecond()) {
      return Member.of(MAX_DATE);
    }
    if (rough <= MIN_DATE.getEpochSecond()) {
      return Member.of(MIN_DATE);
    }
    return Member.of(
        number instanceof Long seconds ? Instant.ofEpochSecond(seconds) : exact(rough));
  }

  private static Instant exact(double seconds) {
    BigInteger nanos = BigDecimal.valueOf(seconds)
        .movePointRight(9)
        .setScale(0, RoundingMode.FLOOR)
        .toBigInteger();
    BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000));
    return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
  }
}
