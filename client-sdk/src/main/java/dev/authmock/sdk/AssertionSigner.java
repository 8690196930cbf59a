package dev.authmock.sdk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Signs the claims of client assertions with one key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 */
final class AssertionSigner {

  private final ECDSASigner signer;
  private final JWSHeader header;

  AssertionSigner(ECKey key) {
    if (!Curve.P_256.equals(key.getCurve()) || !key.isPrivate()) {
      throw new IllegalArgumentException("ES256 signs with a private key on the curve P-256");
    }
    if (key.getKeyID() == null || key.getKeyID().isEmpty()) {
      // The server looks for the public key by this name, and for nothing else.
      throw new IllegalArgumentException("the key of a client assertion needs a kid");
    }
    try {
      signer = new ECDSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("this key can't sign ES256", e);
    }
    header = new JWSHeader.Builder(JWSAlgorithm.ES256)
        .type(JOSEObjectType.JWT)
        .keyID(key.getKeyID())
        .build();
  }

  /** What an assertion claims unless it is told otherwise; the map may be changed. */
  static Map<String, Object> claims(
      String clientId, String audience, Instant issuedAt, Duration lifetime) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", clientId);
    claims.put("sub", clientId);
    claims.put("aud", audience);
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("exp", issuedAt.getEpochSecond() + lifetime.toSeconds());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  String sign(Map<String, Object> claims) {
    JWSObject jws = new JWSObject(header, new Payload(claims));
    try {
      jws.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the crypto provider of this JVM can't sign ES256", e);
    }
    return jws.serialize();
  }
}
