package dev.authmock.credential;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.did.DidKey;
import dev.authmock.jose.SigningKeys;
import dev.authmock.server.Late;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Who the credential issuer is: the did:key of the key that signs.
 *
 * @see <a href="https://w3c-ccg.github.io/did-key-spec/">The did:key method</a>
 */
@Singleton
public class IssuerIdentity {
  private final Late<DidKey> signing;
  private final Late<List<Map<String, Object>>> published;

  IssuerIdentity(SigningKeys keys) {
    this.signing = new Late<>(() -> DidKey.jwkJcsPub(keys.publicKey()));
    this.published =
        new Late<>(() -> keys.es256Keys().stream().map(IssuerIdentity::named).toList());
  }

  /** The DID, {@code iss} of credentials. */
  public String did() {
    return signing.get().did();
  }

  /** The verification method of that DID, {@code kid} of credentials. */
  public String verificationMethod() {
    return signing.get().verificationMethodId();
  }

  /** The public keys that sign credentials or did so, as JWKs by their verification methods. */
  List<Map<String, Object>> publicKeys() {
    return published.get();
  }

  private static Map<String, Object> named(ECKey key) {
    String kid = DidKey.jwkJcsPub(key).verificationMethodId();
    return new ECKey.Builder(key).keyID(kid).build().toJSONObject();
  }
}
