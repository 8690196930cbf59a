package dev.authmock.sdk.wallet;

import org.jspecify.annotations.Nullable;

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

  /** Gives a member that has to be there. */
  static <T> T required(@Nullable T member, String what, String name) {
    if (member == null) {
      throw new VerificationException(what + " must have a member " + name);
    }
    return member;
  }
}
