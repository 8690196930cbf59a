package dev.authmock.token;

import dev.authmock.check.Evaluation;

/**
 * One grant of the token endpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-1.3">RFC 6749, section 1.3</a>
 */
public interface GrantHandler {
  /** The grant_type that it handles. */
  String grantType();

  /**
   * Decides on a request of this grant type.
   *
   * @return what the tokens are to say
   * @throws dev.authmock.check.RefusedException if the request breaks a rule
   */
  Authorization redeem(TokenRequest request, Evaluation evaluation);
}
