package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_CLIENT;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.ISSUER_NOT_FOUND;
import static dev.authmock.problem.ProblemKind.UNAUTHORIZED;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of client authentication; those of the assertion as a JWT are in {@link JwtKinds}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7521#section-4.2">RFC 7521, section 4.2</a>
 */
public enum ClientCheck implements Check {
  CLIENT_AUTHENTICATION_METHOD(
      "client_authentication.method",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(6749, "2.3"),
      "A client must authenticate by client_assertion, not by HTTP Basic."),
  CLIENT_REGISTERED(
      "client.registered",
      ISSUER_NOT_FOUND,
      INVALID_CLIENT,
      rfc(6749, "2.2"),
      "A client whose client_id is a URL must be registered."),
  CLIENT_ASSERTION_PRESENT(
      "client_assertion.present",
      BAD_REQUEST,
      INVALID_CLIENT,
      rfc(7521, "4.2"),
      "A client that has to authenticate must send a client_assertion."),
  CLIENT_ASSERTION_TYPE_PRESENT(
      "client_assertion_type.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7521, "4.2"),
      "A client_assertion must come with its client_assertion_type."),
  CLIENT_ASSERTION_TYPE_SUPPORTED(
      "client_assertion_type.supported",
      BAD_REQUEST,
      INVALID_CLIENT,
      rfc(7523, "2.2"),
      "The client_assertion_type must be that of a JWT bearer assertion."),
  CLIENT_KEYS_REACHABLE(
      "client_keys.reachable",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7591, "2"),
      "The client's jwks_uri must answer, in time and at an address that this server may call."),
  CLIENT_KEYS_READABLE(
      "client_keys.readable",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7517, "5"),
      "The client's keys must be a JWK set with at least one key."),
  CLIENT_KEYS_PUBLIC(
      "client_keys.public",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7517, "9.2"),
      "The client's JWK set must hold public keys only.");

  private final Rule rule;

  ClientCheck(
      String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    rule = new Rule(id, kind, error, reference, statement);
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
