package dev.authmock.control;

import dev.authmock.check.Difference;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.Secrets;
import dev.authmock.json.JsonWriting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows JSON that somebody else wrote as JSON, shortened, and the secrets in it as fingerprints. */
final class JsonText {
  /** What is nested deeper is not shown. */
  private static final int MAX_DEPTH = 12;

  /** How many elements or members of one array or object are shown. */
  private static final int MAX_SIZE = 100;

  private static final String MORE = "...";

  private JsonText() {}

  /** The value of a member with this name; of a secret, the fingerprint by itself. */
  static String of(String name, @Nullable Object value) {
    Object shown = shown(name, value, 0);
    return Secrets.isSecret(name) && shown instanceof String fingerprint
        ? fingerprint
        : Difference.shorten(JsonWriting.text(shown));
  }

  private static @Nullable Object shown(String name, @Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      if (Secrets.isSecret(name)) {
        return "secret, an object";
      }
      return depth == MAX_DEPTH ? MORE : object(map, depth);
    }
    if (value instanceof List<?> list) {
      return depth == MAX_DEPTH ? MORE : array(name, list, depth);
    }
    if (value == null || value instanceof Boolean) {
      return value;
    }
    if (Secrets.isSecret(name)) {
      return Fingerprint.of(value.toString());
    }
    // JSON has no number for what is too big for a double.
    boolean isNumber = value instanceof Number number && Double.isFinite(number.doubleValue());
    return isNumber ? value : Secrets.withoutJwts(value.toString());
  }

  private static Object object(Map<?, ?> map, int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.entrySet().stream().limit(MAX_SIZE).forEach(member -> {
      String name = Objects.toString(member.getKey());
      members.put(
          Difference.shorten(Secrets.withoutJwts(name)), shown(name, member.getValue(), depth + 1));
    });
    return members;
  }

  /** The elements of what is secret are secret too. */
  private static Object array(String name, List<?> list, int depth) {
    return list.stream()
        .limit(MAX_SIZE)
        .collect(
            ArrayList<@Nullable Object>::new,
            (shown, element) -> shown.add(shown(name, element, depth + 1)),
            ArrayList::addAll);
  }
}
