package dev.authmock.did;

/** A DID URL leads to no key that may be used; the message may be shown to whoever sent it. */
public final class DidResolutionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why it leads to none. */
  public enum Reason {
    /** Not a DID, one {@code #} and a fragment. */
    NOT_A_DID_URL,
    /** Neither did:key nor did:ebsi. */
    UNSUPPORTED_METHOD,
    /** The DID breaks the rules of its method. */
    INVALID_DID,
    /** No registry of did:ebsi is configured here. */
    NO_REGISTRY,
    /** The registry could not be reached, refused, or was too slow. */
    REGISTRY_FAILED,
    /** The registry does not have the DID. */
    NOT_REGISTERED,
    /** What the registry gave is no DID document, or that of another DID. */
    DOCUMENT_MALFORMED,
    NO_SUCH_METHOD,
    /** The verification method is there, but not for this purpose. */
    NOT_FOR_RELATIONSHIP,
    /** The verification method has no public key on P-256 that may verify ES256. */
    KEY_UNUSABLE
  }

  DidResolutionException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /**
   * The message, which is always there; it quotes nothing of the DID but its codec, and of the
   * registry no more than scheme, host and port.
   */
  public String description() {
    return String.valueOf(getMessage());
  }
}
