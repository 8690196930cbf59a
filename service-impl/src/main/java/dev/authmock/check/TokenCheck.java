package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_GRANT;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.api.conformance.model.OAuthErrorCode.UNSUPPORTED_GRANT_TYPE;
import static dev.authmock.check.Reference.openid4vci;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.TOKEN_EXPIRED;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of token requests: their parameters, the codes, and what is bound to those.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
public enum TokenCheck implements Check {
  GRANT_TYPE_PRESENT(
      "grant_type.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "4.1.3"),
      "A token request must say its grant_type."),
  GRANT_TYPE_SUPPORTED(
      "grant_type.supported",
      BAD_REQUEST,
      UNSUPPORTED_GRANT_TYPE,
      rfc(6749, "5.2"),
      "The grant_type must be one of this server's."),
  CLIENT_ID_PRESENT(
      "client_id.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "4.1.3"),
      "With authorization_code a client_id must be sent."),
  CLIENT_ID_FORM(
      "client_id.form",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "2.2"),
      "The client_id must be an http(s) URL or a did:key."),
  CODE_PRESENT(
      "code.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "4.1.3"),
      "With authorization_code a code must be sent."),
  PRE_AUTHORIZED_CODE_PRESENT(
      "pre-authorized_code.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("6.1"),
      "With the pre-authorized grant a pre-authorized_code must be sent."),
  // The authorization code and what is bound to it
  CODE_VERIFIER_PRESENT(
      "code_verifier.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7636, "4.5"),
      "A code_verifier must be sent by a holder wallet, and by whoever sent a code_challenge."),
  CODE_KNOWN(
      "code.known",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "5.2"),
      "The code must be one that this server gave."),
  CODE_UNUSED(
      "code.unused",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "4.1.2"),
      "The code must not have been used before."),
  CODE_NOT_EXPIRED(
      "code.not_expired",
      TOKEN_EXPIRED,
      INVALID_GRANT,
      rfc(6749, "4.1.2"),
      "The code must not be past its lifetime."),
  CODE_CLIENT(
      "code.client",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "4.1.3"),
      "The code must have been given to this client."),
  REDIRECT_URI_MATCHES(
      "redirect_uri.matches",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "4.1.3"),
      "The redirect_uri, when sent, must be that of the authorization request."),
  CODE_VERIFIER_EXPECTED(
      "code_verifier.expected",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(9700, "4.8.2"),
      "A code_verifier must be sent only where the authorization request had a code_challenge."),
  CODE_VERIFIER_FORM(
      "code_verifier.form",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(7636, "4.1"),
      "The code_verifier must be 43 to 128 characters out of A-Z, a-z, 0-9, '-', '.', '_' and '~'."),
  CODE_VERIFIER_MATCHES(
      "code_verifier.matches",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(7636, "4.6"),
      "The SHA-256 of the code_verifier must be the code_challenge of the authorization request."),
  // The pre-authorized code and its PIN
  USER_PIN_EXPECTED(
      "user_pin.expected",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("6.3"),
      "A user_pin must be sent only with the pre-authorized grant, and only where the offer asked for one."),
  USER_PIN_FORM(
      "user_pin.form",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("6.1"),
      "The user_pin must be 1 to 8 digits 0-9."),
  USER_PIN_PRESENT(
      "user_pin.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("6.3"),
      "A user_pin must be sent where the offer asked for one."),
  PRE_AUTHORIZED_CODE_KNOWN(
      "pre-authorized_code.known",
      BAD_REQUEST,
      INVALID_GRANT,
      openid4vci("6.3"),
      "The pre-authorized_code must be one that this server gave."),
  PRE_AUTHORIZED_CODE_UNUSED(
      "pre-authorized_code.unused",
      BAD_REQUEST,
      INVALID_GRANT,
      openid4vci("6.1"),
      "The pre-authorized_code must not have been used before."),
  PRE_AUTHORIZED_CODE_NOT_EXPIRED(
      "pre-authorized_code.not_expired",
      TOKEN_EXPIRED,
      INVALID_GRANT,
      openid4vci("6.3"),
      "The pre-authorized_code must not be past its lifetime."),
  USER_PIN_TRIES(
      "user_pin.tries",
      BAD_REQUEST,
      INVALID_GRANT,
      openid4vci("6.3"),
      "The pre-authorized_code must not have been ended by 5 wrong PINs."),
  USER_PIN_MATCHES(
      "user_pin.matches",
      BAD_REQUEST,
      INVALID_GRANT,
      openid4vci("6.3"),
      "The user_pin must be the one that goes with the pre-authorized_code."),
  PRE_AUTHORIZED_CODE_CLIENT(
      "pre-authorized_code.client",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "5.2"),
      "A client that authenticates must be the one that the pre-authorized_code was made for.");

  private final Rule rule;

  TokenCheck(
      String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    rule = new Rule(id, kind, error, reference, statement);
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
