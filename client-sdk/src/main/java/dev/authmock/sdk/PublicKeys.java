package dev.authmock.sdk;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.sdk.conformance.model.JsonWebKeySet;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;

/**
 * Turns keys into the JWK set of a client's metadata, and the server's JWK set into keys.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, section 5</a>
 */
public final class PublicKeys {

  private PublicKeys() {}

  /**
   * The public halves of keys, as a registration wants them in {@code jwks}.
   *
   * @param keys private or public keys; each should have a {@code kid} that no other has
   * @return the set, in which no private member is left
   * @throws IllegalArgumentException if a key has no public half, as symmetric keys haven't
   */
  public static JsonWebKeySet of(JWK... keys) {
    return new JsonWebKeySet()
        .keys(Arrays.stream(keys).map(PublicKeys::publicHalf).toList());
  }

  /** The other way round, with keys that can verify. */
  static JWKSet parse(JsonWebKeySet keys) throws ParseException {
    JWKSet set = JWKSet.parse(Map.of("keys", keys.getKeys()));
    if (set.isEmpty()) {
      throw new ParseException("there is no key of a known type", 0);
    }
    return set;
  }

  private static Map<String, Object> publicHalf(JWK key) {
    JWK half = key.toPublicJWK();
    if (half == null) {
      throw new IllegalArgumentException("a key of type " + key.getKeyType() + " is never public");
    }
    return half.toJSONObject();
  }
}
