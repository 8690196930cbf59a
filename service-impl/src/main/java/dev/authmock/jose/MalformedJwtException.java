package dev.authmock.jose;

/** A text is no signed JWT; the message may be shown to its sender and quotes nothing of it. */
public final class MalformedJwtException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedJwtException(String message) {
    super(message);
  }

  /** The message, which is always there. */
  public String description() {
    return String.valueOf(getMessage());
  }
}
