package dev.authmock.grant;

import java.time.Instant;

/**
 * Remembers what may be used once and is made by others, such as the {@code jti} of an assertion.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 */
public interface ReplayGuard {
  /**
   * Claims an id, as one atomic operation.
   *
   * @param until when the id may be forgotten
   * @return whether nobody claimed it before
   * @throws dev.authmock.check.RefusedException if there is no room to remember it
   */
  boolean claim(String id, Instant until);

  /** Whether somebody has claimed an id, which this leaves as it is. */
  boolean isClaimed(String id);
}
