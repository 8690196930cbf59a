package dev.authmock.jose;

/** A JWK or a JWKS of somebody else can't be used; the message may be shown to its owner. */
public final class InvalidJwksException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What is wrong with it. */
  public enum Reason {
    NOT_JSON,
    /** It has no array {@code keys} of objects. */
    NOT_A_JWKS,
    EMPTY,
    TOO_MANY_KEYS,
    CONTAINS_PRIVATE_KEY,
    /** A P-256 key is not a point of the curve, or is not written as one. */
    KEY_MALFORMED
  }

  InvalidJwksException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** The message, which is always there and quotes nothing of the keys. */
  public String description() {
    return String.valueOf(getMessage());
  }
}
