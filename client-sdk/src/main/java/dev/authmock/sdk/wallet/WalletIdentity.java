package dev.authmock.sdk.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/**
 * Who a wallet is: its DID, and the key by which it proves that.
 *
 * @param did the DID
 * @param kid the verification method of the DID document that the key is, the {@code kid} of what
 *     is signed
 * @param key the private P-256 key; a secret, which {@link #toString()} hides
 * @see <a href="https://www.w3.org/TR/did-core/#authentication">DID Core, section 5.3.1</a>
 */
public record WalletIdentity(String did, String kid, ECKey key) {

  /**
   * Takes all three as they stand.
   *
   * @throws IllegalArgumentException if the key has no private part, or is not on the curve P-256
   */
  public WalletIdentity {
    requireSigningKey(key);
  }

  /**
   * A fresh key and its {@code did:key}.
   *
   * @return an identity that nobody has had before
   */
  public static WalletIdentity generate() {
    try {
      return ofDidKey(new ECKeyGenerator(Curve.P_256).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("the crypto provider of this JVM can't make P-256 keys", e);
    }
  }

  /**
   * The {@code did:key} of a key, in EBSI's form.
   *
   * @param key a private P-256 key
   * @return the identity
   * @throws IllegalArgumentException if the key has no private part, or is not on the curve P-256
   */
  public static WalletIdentity ofDidKey(ECKey key) {
    DidKey did = DidKey.of(key);
    return new WalletIdentity(did.did(), did.verificationMethod(), key);
  }

  /**
   * A DID of any method, say, {@code did:ebsi}.
   *
   * @param did the DID
   * @param kid the verification method in its document, the DID with a fragment
   * @param key the private P-256 key that belongs to it
   * @return the identity
   * @throws IllegalArgumentException if the key has no private part, or is not on the curve P-256
   */
  public static WalletIdentity of(String did, String kid, ECKey key) {
    return new WalletIdentity(did, kid, key);
  }

  /** Tells who it is, and not the key. */
  @Override
  public String toString() {
    return "WalletIdentity[kid=" + kid + "]";
  }

  static ECKey requireSigningKey(ECKey key) {
    if (!Curve.P_256.equals(key.getCurve()) || !key.isPrivate()) {
      throw new IllegalArgumentException("ES256 signs with a private key on the curve P-256");
    }
    return key;
  }
}
