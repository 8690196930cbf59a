package dev.authmock.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import dev.authmock.jose.InvalidJwksException.Reason;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key on P-256, made ready once for the provider that verifies with it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518 §3.4, ES256</a>
 */
public final class VerificationKey {

  private static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);

  private final ECKey jwk;
  private final ECDSAVerifier verifier;

  private VerificationKey(ECKey jwk, ECDSAVerifier verifier) {
    this.jwk = jwk;
    this.verifier = verifier;
  }

  /** That key, of which only the public half is kept. */
  public static VerificationKey of(ECKey key, CryptoProvider crypto) throws InvalidJwksException {
    try {
      ECKey jwk = key.toPublicJWK();
      ECDSAVerifier verifier = new ECDSAVerifier(crypto.translate(jwk.toECPublicKey()));
      verifier.getJCAContext().setProvider(crypto.jca());
      return new VerificationKey(jwk, verifier);
    } catch (JOSEException | CryptoProviderException e) {
      throw new InvalidJwksException(Reason.KEY_MALFORMED, "a key is not a point of P-256");
    }
  }

  /** The key of that JWK, which has to be an EC key on P-256 without private members. */
  public static VerificationKey of(
      Map<String, ? extends @Nullable Object> jwk, CryptoProvider crypto)
      throws InvalidJwksException {
    return of(P256Jwk.read(jwk), crypto);
  }

  public Optional<String> keyId() {
    return Optional.ofNullable(jwk.getKeyID());
  }

  /** The public key as nimbus knows it. */
  public ECKey jwk() {
    return jwk;
  }

  boolean verifies(byte[] signingInput, Base64URL signature) {
    try {
      return verifier.verify(ES256, signingInput, signature);
    } catch (JOSEException e) {
      // nimbus answers false to whatever the sender got wrong; this is the provider itself.
      throw new CryptoProviderException("The crypto provider failed to verify a signature", e);
    }
  }
}
