package dev.authmock.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.authmock.server.Late;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The keys of this server: one signs, all are published.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 §5</a>
 */
public final class SigningKeys {

  private final Late<Keys> keys;

  private SigningKeys(Late<Keys> keys) {
    this.keys = keys;
  }

  private static SigningKeys of(ECKey signing, List<JWK> all) {
    Keys keys = new Keys(
        signing,
        all.stream()
            .filter(SigningJwksReader::isForEs256)
            .map(key -> key.toECKey().toPublicJWK())
            .toList(),
        Collections.unmodifiableMap(new JWKSet(all).toPublicJWKSet().toJSONObject()));
    return new SigningKeys(new Late<>(() -> keys));
  }

  /** Keys that are elsewhere, and are asked for there when they are needed. */
  static SigningKeys late(Supplier<SigningKeys> elsewhere) {
    return new SigningKeys(new Late<>(() -> elsewhere.get().keys.get()));
  }

  /** A fresh key, whose id is its thumbprint (RFC 7638). */
  public static SigningKeys generate(SecureRandom random) {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256)
          .secureRandom(random)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
      return of(key, List.of(key));
    } catch (JOSEException e) {
      throw new CryptoProviderException("This JVM can't generate a key on P-256", e);
    }
  }

  /** The keys of a JWKS, of which the first one that can do ES256 signs. */
  public static SigningKeys fromJwks(String json, CryptoProvider crypto) {
    return fromJwks(json, Optional.empty(), crypto);
  }

  /** The keys of a JWKS, of which the one with that id signs, or else the first one that can. */
  public static SigningKeys fromJwks(String json, Optional<String> kid, CryptoProvider crypto) {
    List<JWK> keys = SigningJwksReader.read(json);
    ECKey signing = SigningJwksReader.signingKey(keys, kid);
    PrivateKeyCheck.requirePair(signing, crypto);
    return of(signing, keys);
  }

  /** The id of the key that signs. */
  public String keyId() {
    return signing().getKeyID();
  }

  /** The JWKS to publish: public keys only, in the order of the configuration. */
  public Map<String, Object> publicJwkSet() {
    return keys.get().published;
  }

  /** The public halves of those that can do ES256, each with its id. */
  public List<ECKey> es256Keys() {
    return keys.get().es256;
  }

  /** The public half of the key that signs. */
  public ECKey publicKey() {
    return signing().toPublicJWK();
  }

  /** The JWKS with the private half of the key that signs: a secret. */
  String privateJwks() {
    return new JWKSet(signing()).toString(false);
  }

  ECKey signing() {
    return keys.get().signing;
  }

  private record Keys(ECKey signing, List<ECKey> es256, Map<String, Object> published) {
    /** Says nothing of the private half. */
    @Override
    public String toString() {
      return "Keys";
    }
  }
}
