package dev.authmock.did;

import dev.authmock.did.DidResolutionException.Reason;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.VerificationKey;
import jakarta.inject.Singleton;

/**
 * Finds the key that a DID URL names, be it in the DID itself or in a registry.
 *
 * @see <a href="https://www.w3.org/TR/did-1.0/#resolution">DID Core §7</a>
 */
@Singleton
public class DidResolver {

  private final EbsiRegistry registry;
  private final CryptoProvider crypto;

  DidResolver(EbsiRegistry registry, CryptoProvider crypto) {
    this.registry = registry;
    this.crypto = crypto;
  }

  /** The key with which the holder of the DID proves to be that; the kid becomes its id. */
  public VerificationKey authenticationKey(String kid) throws DidResolutionException {
    return key(kid, VerificationRelationship.AUTHENTICATION);
  }

  /** The key that the kid names, if its DID lets it be used for that; the kid becomes its id. */
  public VerificationKey key(String kid, VerificationRelationship relationship)
      throws DidResolutionException {
    DidUrl url = DidUrl.parse(kid);
    try {
      return switch (url.method()) {
        case "key" -> keyOfDidKey(url);
        case "ebsi" -> registry.key(EbsiDid.parse(url.did()), kid, relationship);
        default ->
          throw new DidResolutionException(
              Reason.UNSUPPORTED_METHOD, "only did:key and did:ebsi are resolved here");
      };
    } catch (InvalidDidException e) {
      throw new DidResolutionException(
          Reason.INVALID_DID, "the DID is not valid: " + e.description());
    }
  }

  /** The one key is for every relationship. */
  private VerificationKey keyOfDidKey(DidUrl url)
      throws InvalidDidException, DidResolutionException {
    DidKey did = DidKey.parse(url.did());
    if (!did.verificationMethodId().equals(url.toString())) {
      throw new DidResolutionException(
          Reason.NO_SUCH_METHOD,
          "the one verification method of a did:key has what follows did:key: as its fragment");
    }
    return did.verificationKey(crypto);
  }
}
