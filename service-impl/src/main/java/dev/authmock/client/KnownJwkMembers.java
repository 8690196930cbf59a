package dev.authmock.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps of a JWK set what means something here: whatever else a client sends along is not worth the
 * memory.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-4">RFC 7517, section 4</a>
 */
final class KnownJwkMembers {
  private static final Set<String> STRINGS =
      Set.of("kty", "crv", "kid", "x", "y", "n", "e", "use", "alg", "x5t", "x5t#S256");
  private static final String KEY_OPS = "key_ops";
  private static final int MAX_KEY_OPS = 8;

  private KnownJwkMembers() {}

  /** The set with known members only. */
  static Map<String, Object> of(Map<String, Object> jwks) {
    List<Object> keys = new ArrayList<>();
    if (jwks.get("keys") instanceof List<?> list) {
      list.forEach(key -> keys.add(known((Map<?, ?>) key)));
    }
    return Map.of("keys", List.copyOf(keys));
  }

  private static Map<String, Object> known(Map<?, ?> jwk) {
    Map<String, Object> known = new LinkedHashMap<>();
    jwk.forEach((name, value) -> {
      if (STRINGS.contains(name) && value instanceof String) {
        known.put((String) name, value);
      } else if (KEY_OPS.equals(name) && value instanceof List<?> operations) {
        known.put(
            KEY_OPS,
            operations.stream()
                .filter(String.class::isInstance)
                .limit(MAX_KEY_OPS)
                .toList());
      }
    });
    return known;
  }
}
