package dev.authmock.check;

import static dev.authmock.check.Reference.rfc;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of the access token that a credential is asked for with.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, section 3.1</a>
 */
public enum AccessTokenCheck implements Check {
  ACCESS_TOKEN_PRESENT(
      "access_token.present",
      rfc(6750, "2.1"),
      "A credential request must have an access token, as a Bearer in the Authorization header."),
  ACCESS_TOKEN_IS_JWT(
      "access_token.jwt", rfc(7519, "7.2"), "The access token must be a signed JWT."),
  ACCESS_TOKEN_ALG(
      "access_token.alg", rfc(8725, "3.1"), "The alg of the access token must be ES256."),
  ACCESS_TOKEN_CRIT(
      "access_token.crit",
      rfc(7515, "4.1.11"),
      "The crit of the access token must not name an extension that this server does not know."),
  ACCESS_TOKEN_KID(
      "access_token.kid",
      rfc(7515, "4.1.4"),
      "The kid of the access token must be that of a key of this authorization server."),
  ACCESS_TOKEN_SIGNATURE(
      "access_token.signature",
      rfc(7515, "5.2"),
      "The signature of the access token must verify with the key of this authorization server."),
  ACCESS_TOKEN_ISS(
      "access_token.iss",
      rfc(7519, "4.1.1"),
      "The iss of the access token must be this authorization server."),
  ACCESS_TOKEN_AUD(
      "access_token.aud",
      rfc(7519, "4.1.3"),
      "The aud of the access token must be or contain the URL of the credential issuer."),
  ACCESS_TOKEN_NOT_EXPIRED(
      "access_token.not_expired",
      rfc(6750, "3.1"),
      "The access token must not be past its lifetime."),
  ACCESS_TOKEN_NBF(
      "access_token.nbf",
      rfc(7519, "4.1.5"),
      "The nbf of the access token, when present, must not be in the future."),
  ACCESS_TOKEN_CLAIMS(
      "access_token.claims",
      rfc(9068, "2.2"),
      "The access token must have the sub, jti and claims that the token endpoint gives it.");

  private final Rule rule;

  AccessTokenCheck(String id, Reference reference, String statement) {
    rule =
        new Rule(id, ProblemKind.UNAUTHORIZED, OAuthErrorCode.INVALID_TOKEN, reference, statement);
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
