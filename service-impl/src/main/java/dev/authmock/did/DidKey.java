package dev.authmock.did;

import com.apicatalog.multibase.Multibase;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.InvalidJwksException;
import dev.authmock.jose.VerificationKey;

/**
 * A did:key: a DID that is itself the public key, here always one on P-256.
 *
 * @see <a href="https://w3c-ccg.github.io/did-key-spec/">The did:key method</a>
 */
public final class DidKey {

  /** What every did:key begins with. */
  public static final String PREFIX = "did:key:";

  /** Decoding base58 takes time that grows with the square of the length. */
  private static final int MAX_LENGTH = 2048;

  private final String did;
  private final ECKey publicKey;

  private DidKey(String did, ECKey publicKey) {
    this.did = did;
    this.publicKey = publicKey;
  }

  /** Decodes a DID, which has to be exactly what encoding its key gives. */
  public static DidKey parse(String did) throws InvalidDidException {
    if (!did.startsWith(PREFIX)) {
      throw new InvalidDidException("it is not a did:key");
    }
    if (did.length() > MAX_LENGTH) {
      throw new InvalidDidException("it is longer than " + MAX_LENGTH + " characters");
    }
    String identifier = did.substring(PREFIX.length());
    if (identifier.chars().anyMatch(c -> c == '#' || c == '?' || c == '/')) {
      throw new InvalidDidException("it is a DID URL, not a DID alone");
    }
    return new DidKey(did, DidKeyCodec.decode(multicodec(identifier)));
  }

  /** The did:key of that key in EBSI's form for natural persons, {@code jwk_jcs-pub}. */
  public static DidKey jwkJcsPub(ECKey key) {
    ECKey plain = plain(key);
    return encoded(plain, DidKeyCodec.jwkJcsPub(plain));
  }

  /** The did:key of that key in the common form, {@code p256-pub}. */
  public static DidKey p256Pub(ECKey key) {
    ECKey plain = plain(key);
    return encoded(plain, DidKeyCodec.p256Pub(plain));
  }

  public String did() {
    return did;
  }

  /** The id of the one verification method: the DID, and its own identifier as the fragment. */
  public String verificationMethodId() {
    return did + "#" + did.substring(PREFIX.length());
  }

  /** The key itself, without a kid. */
  public ECKey publicKey() {
    return publicKey;
  }

  /** The key ready to verify with; its id is that of the verification method. */
  public VerificationKey verificationKey(CryptoProvider crypto) throws InvalidDidException {
    try {
      return VerificationKey.of(
          new ECKey.Builder(publicKey).keyID(verificationMethodId()).build(), crypto);
    } catch (InvalidJwksException e) {
      throw new InvalidDidException(e.description());
    }
  }

  @Override
  public String toString() {
    return did;
  }

  private static DidKey encoded(ECKey key, byte[] multicodec) {
    return new DidKey(PREFIX + Multibase.BASE_58_BTC.encode(multicodec), key);
  }

  private static ECKey plain(ECKey key) {
    if (!Curve.P_256.equals(key.getCurve())) {
      throw new IllegalArgumentException("Only keys on P-256 are made into a did:key here");
    }
    return new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build();
  }

  private static byte[] multicodec(String identifier) throws InvalidDidException {
    if (!Multibase.BASE_58_BTC.isEncoded(identifier)) {
      throw new InvalidDidException(
          "what follows did:key: does not begin with z, the sign of base58btc");
    }
    try {
      return Multibase.BASE_58_BTC.decode(identifier);
    } catch (IllegalArgumentException e) {
      throw new InvalidDidException("it has characters that base58btc does not have");
    }
  }
}
