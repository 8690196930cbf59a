package dev.authmock.authorize;

import dev.authmock.json.JsonArrays;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.JsonWriting;
import dev.authmock.json.NotJsonException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON that may have come as a text, or as part of other JSON. */
final class Json {
  private Json() {}

  /** The value as text: a string as it is, anything else as JSON. */
  static String text(Object value) {
    return value instanceof String text ? text : JsonWriting.text(value);
  }

  /** Whether a text and a value say the same, with arrays and objects compared as such. */
  static boolean same(String text, Object value) {
    if (text.equals(text(value))) {
      return true;
    }
    Optional<Object> left = structure(text);
    return left.isPresent()
        && left.equals(value instanceof String other ? structure(other) : Optional.of(value));
  }

  /** The array or object that a text is. */
  private static Optional<Object> structure(String text) {
    try {
      return text.stripLeading().startsWith("[")
          ? Optional.of(JsonArrays.parse(text))
          : Optional.of(JsonObjects.parse(text));
    } catch (NotJsonException e) {
      return Optional.empty();
    }
  }

  /** The value as an object, if it is one, without the members that are null. */
  static Optional<Map<String, Object>> object(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((name, member) -> {
      if (member != null) {
        members.put(Objects.toString(name), member);
      }
    });
    return Optional.of(members);
  }

  /** Whether one of its types is this. */
  static boolean hasType(Map<String, Object> object, String type) {
    return JsonMembers.stringOrStrings(object, "type")
        .value()
        .filter(types -> types.contains(type))
        .isPresent();
  }
}
