package dev.authmock.did;

/** A DID stands for no usable key; the message may be shown to whoever sent it. */
public final class InvalidDidException extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidDidException(String message) {
    super(message);
  }

  /** The message, which is always there and quotes nothing of the DID but its codec. */
  public String description() {
    return String.valueOf(getMessage());
  }
}
