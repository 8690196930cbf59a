package dev.authmock.sdk.wallet;

import dev.authmock.sdk.CredentialException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Asks for a deferred credential until it is there.
 *
 * @param interval from one answer to the next question
 * @param patience from the first question to the last
 * @see <a href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html">
 *     OpenID4VCI draft 11, section 9</a>
 */
record Polling(Clock clock, Pause pause, Duration interval, Duration patience) {

  /** The answer; or the last refusal, when patience is at its end or the thread is interrupted. */
  <T> T until(Supplier<T> question) {
    Instant deadline = clock.instant().plus(patience);
    while (true) {
      try {
        return question.get();
      } catch (CredentialException refused) {
        if (!refused.isPending() || clock.instant().plus(interval).isAfter(deadline) || !passed()) {
          throw refused;
        }
      }
    }
  }

  private boolean passed() {
    try {
      pause.pause(interval);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
