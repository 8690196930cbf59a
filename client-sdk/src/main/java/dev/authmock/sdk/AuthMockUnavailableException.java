package dev.authmock.sdk;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * There was no answer of the Auth Mock: no connection, no complete answer in time, or an answer
 * that is not in its contract, such as the HTML page of a proxy.
 *
 * <p>Unchecked, for the reason that {@link AuthMockException} gives. Whether the server acted on
 * the request is not known: a code may have been redeemed although the tokens never arrived.
 *
 * <p>The cause is there when the network failed, or an {@link InterruptedException} when the thread
 * was interrupted, which it still is when this is thrown. An answer that can't be decoded leaves no
 * cause, for the decoder would quote it, and it may hold tokens.
 */
public final class AuthMockUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The HTTP status of the answer, 0 if there was no answer. */
  private final int status;

  AuthMockUnavailableException(String message, int status, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /**
   * The HTTP status of what was answered.
   *
   * @return the status, empty if nothing was answered
   */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
