package dev.authmock.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.NotJsonException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the JWKS of our own keys and says what is wrong with it without quoting a key. */
final class SigningJwksReader {

  private SigningJwksReader() {}

  static List<JWK> read(String json) {
    if (!(object(json).get("keys") instanceof List<?> elements) || elements.isEmpty()) {
      throw new SigningKeysException("The signing keys are no JWKS: no array \"keys\" with a key");
    }
    List<JWK> keys = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Object element : elements) {
      JWK key = completed(key(element, keys.size()));
      if (key.getKeyID() != null && !ids.add(key.getKeyID())) {
        throw new SigningKeysException("Two signing keys have the kid " + key.getKeyID());
      }
      keys.add(key);
    }
    return keys;
  }

  static ECKey signingKey(List<JWK> keys, Optional<String> kid) {
    if (kid.isEmpty()) {
      return keys.stream()
          .filter(SigningJwksReader::canSign)
          .map(JWK::toECKey)
          .findFirst()
          .orElseThrow(() -> new SigningKeysException(
              "None of the signing keys is a private key on P-256 for ES256"));
    }
    JWK named = keys.stream()
        .filter(key -> kid.get().equals(key.getKeyID()))
        .findFirst()
        .orElseThrow(() -> new SigningKeysException("No signing key has the kid " + kid.get()));
    if (!canSign(named)) {
      throw new SigningKeysException(
          "The signing key " + kid.get() + " is not a private key on P-256 for ES256");
    }
    return named.toECKey();
  }

  private static boolean canSign(JWK key) {
    return key.isPrivate() && isForEs256(key);
  }

  static boolean isForEs256(JWK key) {
    return key instanceof ECKey ec
        && Curve.P_256.equals(ec.getCurve())
        && (ec.getAlgorithm() == null || JWSAlgorithm.ES256.equals(ec.getAlgorithm()))
        && (ec.getKeyUse() == null || KeyUse.SIGNATURE.equals(ec.getKeyUse()));
  }

  private static Map<String, @Nullable Object> object(String json) {
    try {
      return JsonObjects.parse(json);
    } catch (NotJsonException e) {
      throw new SigningKeysException("The JWKS of the signing keys " + e.predicate());
    }
  }

  @SuppressWarnings("unchecked") // JSON has no other names than strings
  private static JWK key(Object element, int index) {
    JWK key;
    try {
      key = JWK.parse((Map<String, Object>) element);
    } catch (ParseException | RuntimeException e) {
      // Without the cause: its message may have parts of the key.
      throw new SigningKeysException(
          "Signing key number " + (index + 1) + " is no JWK, or its point is not on its curve");
    }
    if (KeyType.OCT.equals(key.getKeyType())) {
      throw new SigningKeysException(
          "Signing key number " + (index + 1) + " is symmetric: it has no public half to publish");
    }
    return key;
  }

  private static JWK completed(JWK key) {
    if (!isForEs256(key)) {
      return key;
    }
    try {
      ECKey.Builder complete =
          new ECKey.Builder(key.toECKey()).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.ES256);
      return (key.getKeyID() == null ? complete.keyIDFromThumbprint() : complete).build();
    } catch (JOSEException e) {
      throw new SigningKeysException("A signing key has no thumbprint");
    }
  }
}
