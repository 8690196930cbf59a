package dev.authmock.it.support.jwks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.authmock.it.support.Assertion.Signer;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ways to sign an assertion, by the JDK's own providers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3">RFC 7518, section 3</a>
 */
public final class Signers {
  private Signers() {}

  /** As ES256: r and s, 32 bytes each. */
  public static Signer es256(ECKey key) {
    return jca("SHA256withECDSAinP1363Format", key);
  }

  /** As ES384. */
  public static Signer es384(ECKey key) {
    return jca("SHA384withECDSAinP1363Format", key);
  }

  /** As RS256. */
  public static Signer rs256(RSAKey key) {
    return jca("SHA256withRSA", key);
  }

  /** With the numbers of an ES256 signature as X.509 writes them, which JOSE does not. */
  public static Signer der(ECKey key) {
    return jca("SHA256withECDSA", key);
  }

  /** As HS256, with this secret. */
  public static Signer hs256(byte[] secret) {
    return input -> {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(input);
    };
  }

  /** With these bytes, whatever there is to sign. */
  public static Signer constant(byte... signature) {
    return input -> signature.clone();
  }

  /** With zeros in the place of some bytes of a signature. */
  public static Signer zeroed(Signer signer, int from, int to) {
    return input -> {
      byte[] signature = signer.sign(input);
      Arrays.fill(signature, from, to, (byte) 0);
      return signature;
    };
  }

  /** With a signature cut off, or filled up with zeros. */
  public static Signer resized(Signer signer, int length) {
    return input -> Arrays.copyOf(signer.sign(input), length);
  }

  private static Signer jca(String algorithm, AsymmetricJWK key) {
    return input -> {
      Signature signature = Signature.getInstance(algorithm);
      try {
        signature.initSign(key.toPrivateKey());
      } catch (JOSEException e) {
        throw new GeneralSecurityException(e);
      }
      signature.update(input);
      return signature.sign();
    };
  }
}
