package dev.authmock.did;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.did.DidResolutionException.Reason;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.InvalidJwksException;
import dev.authmock.jose.P256Jwk;
import dev.authmock.jose.VerificationKey;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A verification method: a key that can be used here, or why it can't be.
 *
 * @see <a href="https://www.w3.org/TR/did-1.0/#verification-material">DID Core §5.2.1</a>
 */
final class VerificationMethod {

  private final Optional<VerificationKey> key;
  private final String flaw;

  private VerificationMethod(Optional<VerificationKey> key, String flaw) {
    this.key = key;
    this.flaw = flaw;
  }

  /** Reads the key; one that is of no use does not spoil the document, where it may be for others. */
  static VerificationMethod read(String id, @Nullable Object publicKeyJwk, CryptoProvider crypto) {
    if (!(publicKeyJwk instanceof Map<?, ?> object)) {
      return flawed("it has no publicKeyJwk");
    }
    @SuppressWarnings("unchecked") // JSON has no other names than strings
    Map<String, @Nullable Object> jwk = (Map<String, @Nullable Object>) object;
    try {
      ECKey key = P256Jwk.read(jwk);
      if (!P256Jwk.isForSignatures(jwk)) {
        return flawed("its use, alg or key_ops is not that of a key that verifies ES256");
      }
      return new VerificationMethod(
          Optional.of(VerificationKey.of(new ECKey.Builder(key).keyID(id).build(), crypto)), "");
    } catch (InvalidJwksException e) {
      return flawed(e.description());
    }
  }

  VerificationKey key() throws DidResolutionException {
    return key.orElseThrow(() -> new DidResolutionException(
        Reason.KEY_UNUSABLE, "this verification method is of no use for ES256: " + flaw));
  }

  private static VerificationMethod flawed(String why) {
    return new VerificationMethod(Optional.empty(), why);
  }
}
