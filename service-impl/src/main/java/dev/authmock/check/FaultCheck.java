package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_CLIENT;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_GRANT;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.api.conformance.model.OAuthErrorCode.SERVER_ERROR;
import static dev.authmock.api.conformance.model.OAuthErrorCode.TEMPORARILY_UNAVAILABLE;
import static dev.authmock.check.Reference.rfc;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/** What a request breaks that a tester's fault hits: one rule for each kind of problem. */
public enum FaultCheck implements Check {
  BAD_REQUEST(ProblemKind.BAD_REQUEST, INVALID_REQUEST, "15.5.1"),
  TOKEN_EXPIRED(ProblemKind.TOKEN_EXPIRED, INVALID_GRANT, "15.5.1"),
  ISSUER_NOT_FOUND(ProblemKind.ISSUER_NOT_FOUND, INVALID_CLIENT, "15.5.1"),
  UNAUTHORIZED(ProblemKind.UNAUTHORIZED, INVALID_CLIENT, "15.5.2"),
  NOT_FOUND(ProblemKind.NOT_FOUND, INVALID_REQUEST, "15.5.5"),
  METHOD_NOT_ALLOWED(ProblemKind.METHOD_NOT_ALLOWED, INVALID_REQUEST, "15.5.6"),
  PAYLOAD_TOO_LARGE(ProblemKind.PAYLOAD_TOO_LARGE, INVALID_REQUEST, "15.5.14"),
  UNSUPPORTED_MEDIA_TYPE(ProblemKind.UNSUPPORTED_MEDIA_TYPE, INVALID_REQUEST, "15.5.16"),
  INTERNAL_SERVER_ERROR(ProblemKind.INTERNAL_SERVER_ERROR, SERVER_ERROR, "15.6.1"),
  SERVICE_UNAVAILABLE(ProblemKind.SERVICE_UNAVAILABLE, TEMPORARILY_UNAVAILABLE, "15.6.4");

  private final Rule rule;

  FaultCheck(ProblemKind kind, OAuthErrorCode error, String section) {
    rule = new Rule(
        "fault." + kind.slug(),
        kind,
        error,
        rfc(9110, section),
        "A request must not match a fault that answers it with " + kind.slug() + ".");
  }

  /** The rule of that kind. */
  public static FaultCheck of(ProblemKind kind) {
    return valueOf(kind.name());
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
