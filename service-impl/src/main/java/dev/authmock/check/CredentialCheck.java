package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_OR_MISSING_PROOF;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_TOKEN;
import static dev.authmock.api.conformance.model.OAuthErrorCode.ISSUANCE_PENDING;
import static dev.authmock.api.conformance.model.OAuthErrorCode.UNSUPPORTED_CREDENTIAL_FORMAT;
import static dev.authmock.api.conformance.model.OAuthErrorCode.UNSUPPORTED_CREDENTIAL_TYPE;
import static dev.authmock.check.Reference.openid4vci;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.UNAUTHORIZED;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of credential requests, but for those of the access token and those that the proof of
 * possession has like any JWT.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.3.1">OpenID4VCI
 *     draft 11, section 7.3.1</a>
 */
public enum CredentialCheck implements Check {
  CREDENTIAL_FORMAT(
      "credential.format",
      BAD_REQUEST,
      UNSUPPORTED_CREDENTIAL_FORMAT,
      openid4vci("7.3.1"),
      "The format must be one in which this issuer issues."),
  CREDENTIAL_TYPES(
      "credential.types",
      BAD_REQUEST,
      UNSUPPORTED_CREDENTIAL_TYPE,
      openid4vci("7.3.1"),
      "The types must be those of a credential that this issuer issues."),
  CREDENTIAL_AUTHORIZED(
      "credential.authorized",
      BAD_REQUEST,
      UNSUPPORTED_CREDENTIAL_TYPE,
      openid4vci("7.3.1"),
      "The types must be among the authorization_details of the access token."),
  // The proof of possession
  PROOF_PRESENT(
      "proof.present",
      BAD_REQUEST,
      INVALID_OR_MISSING_PROOF,
      openid4vci("7.2"),
      "A credential request must have a proof of possession."),
  PROOF_TYPE(
      "proof.proof_type",
      BAD_REQUEST,
      INVALID_OR_MISSING_PROOF,
      openid4vci("7.2.1"),
      "The proof_type must be jwt, and the proof must have the jwt."),
  PROOF_HOLDER(
      "proof.holder",
      BAD_REQUEST,
      INVALID_OR_MISSING_PROOF,
      openid4vci("7.2.1"),
      "The kid of the proof must belong to the DID that the access token is about."),
  PROOF_AGE(
      "proof.age",
      BAD_REQUEST,
      INVALID_OR_MISSING_PROOF,
      openid4vci("7.2.1"),
      "The iat of the proof must not be more than 5 minutes ago."),
  PROOF_NONCE_UNUSED(
      "proof.nonce_unused",
      BAD_REQUEST,
      INVALID_OR_MISSING_PROOF,
      openid4vci("7.2"),
      "The c_nonce in the proof must not have been used before."),
  // Deferred issuance
  ACCEPTANCE_TOKEN_PRESENT(
      "acceptance_token.present",
      UNAUTHORIZED,
      INVALID_TOKEN,
      rfc(6750, "2.1"),
      "A deferred credential request must have an acceptance_token, as a Bearer in the"
          + " Authorization header."),
  ACCEPTANCE_TOKEN_KNOWN(
      "acceptance_token.known",
      UNAUTHORIZED,
      INVALID_TOKEN,
      openid4vci("9"),
      "The acceptance_token must be one that this issuer gave."),
  ACCEPTANCE_TOKEN_UNUSED(
      "acceptance_token.unused",
      UNAUTHORIZED,
      INVALID_TOKEN,
      openid4vci("9"),
      "The acceptance_token must not have been used before."),
  ACCEPTANCE_TOKEN_NOT_EXPIRED(
      "acceptance_token.not_expired",
      UNAUTHORIZED,
      INVALID_TOKEN,
      openid4vci("9"),
      "The acceptance_token must not be past its lifetime."),
  CREDENTIAL_READY(
      "credential.ready",
      BAD_REQUEST,
      ISSUANCE_PENDING,
      openid4vci("9.3"),
      "A deferred credential must not be asked for before it is ready.");

  private final Rule rule;

  CredentialCheck(
      String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    rule = new Rule(id, kind, error, reference, statement);
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
