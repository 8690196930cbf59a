package dev.authmock.console;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what people type into forms. */
final class Forms {
  private static final Argument<Map<String, Object>> OBJECT =
      Argument.mapOf(String.class, Object.class);

  private Forms() {}

  /** The fields without the blanks around them, and without those that are empty. */
  static Map<String, String> stripped(@Nullable Map<String, String> form) {
    Map<String, String> stripped = new LinkedHashMap<>();
    if (form != null) {
      form.forEach((name, value) -> stripped.put(name, value.strip()));
    }
    stripped.values().removeIf(String::isEmpty);
    return stripped;
  }

  /** A whole number, or null where there is none. */
  static @Nullable Integer number(String field, @Nullable String text) {
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw unreadable(field, "a whole number", text);
    }
  }

  /** A value that is known by its name, or null where there is none. */
  static <T> @Nullable T oneOf(
      String field, @Nullable String text, Function<String, @Nullable T> byName) {
    if (text == null) {
      return null;
    }
    try {
      T value = byName.apply(text);
      if (value != null) {
        return value;
      }
    } catch (IllegalArgumentException e) {
      // The same words as for none.
    }
    throw unreadable(field, "one of those to choose from", text);
  }

  /** A JSON object, or null where there is none. */
  static @Nullable Map<String, Object> object(
      String field, @Nullable String text, JsonMapper json) {
    return json(field, text, OBJECT, json);
  }

  /** JSON of a type, or null where there is none. */
  static <T> @Nullable T json(
      String field, @Nullable String text, Argument<T> type, JsonMapper json) {
    if (text == null) {
      return null;
    }
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw unreadable(field, "a JSON object", text);
    }
  }

  /** Requires what the contract says of the values of a model. */
  static <T> void requireValid(Set<ConstraintViolation<T>> violations) {
    if (!violations.isEmpty()) {
      throw new RefusedException(
          RequestCheck.REQUEST_VALID,
          new Difference(
              "values within the contract",
              violations.stream()
                  .map(broken -> broken.getPropertyPath() + " " + broken.getMessage())
                  .sorted()
                  .collect(Collectors.joining("; "))));
    }
  }

  private static RefusedException unreadable(String field, String expected, String came) {
    return new RefusedException(
        RequestCheck.REQUEST_VALID,
        new Difference(expected + " as " + field, Difference.show(came)));
  }
}
