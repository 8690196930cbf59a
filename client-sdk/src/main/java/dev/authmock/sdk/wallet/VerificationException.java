package dev.authmock.sdk.wallet;

/**
 * What the server sent does not hold: a wallet that went on would be deceived.
 *
 * <p>Unchecked, for the reason that {@link dev.authmock.sdk.AuthMockException} gives. The message
 * says which rule is broken, and quotes no secret.
 */
public final class VerificationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VerificationException(String message) {
    super(message);
  }

  /** Throws unless a rule holds. */
  static void require(boolean holds, String rule) {
    if (!holds) {
      throw new VerificationException(rule);
    }
  }
}
