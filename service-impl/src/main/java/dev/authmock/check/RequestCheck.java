package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.api.conformance.model.OAuthErrorCode.SERVER_ERROR;
import static dev.authmock.api.conformance.model.OAuthErrorCode.TEMPORARILY_UNAVAILABLE;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.INTERNAL_SERVER_ERROR;
import static dev.authmock.problem.ProblemKind.METHOD_NOT_ALLOWED;
import static dev.authmock.problem.ProblemKind.NOT_FOUND;
import static dev.authmock.problem.ProblemKind.PAYLOAD_TOO_LARGE;
import static dev.authmock.problem.ProblemKind.SERVICE_UNAVAILABLE;
import static dev.authmock.problem.ProblemKind.UNSUPPORTED_MEDIA_TYPE;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of any request, whatever it asks for, and what the server itself must be able to do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5">RFC 9110, section 15.5</a>
 */
public enum RequestCheck implements Check {
  REQUEST_PATH(
      "request.path",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9110, "15.5.5"),
      "The path must be one of this server's."),
  REQUEST_METHOD(
      "request.method",
      METHOD_NOT_ALLOWED,
      INVALID_REQUEST,
      rfc(9110, "15.5.6"),
      "The HTTP method must be one that this path answers."),
  REQUEST_MEDIA_TYPE(
      "request.media_type",
      UNSUPPORTED_MEDIA_TYPE,
      INVALID_REQUEST,
      rfc(9110, "15.5.16"),
      "The Content-Type must be the one that this operation takes."),
  REQUEST_SIZE(
      "request.size",
      PAYLOAD_TOO_LARGE,
      INVALID_REQUEST,
      rfc(9110, "15.5.14"),
      "A request must not be longer than this server accepts."),
  REQUEST_READABLE(
      "request.readable",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "The request must be readable as HTTP, and its body as what its Content-Type says."),
  REQUEST_VALID(
      "request.valid",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "The body and the parameters must fit the contract of this operation."),
  REQUEST_ENCODING(
      "request.encoding",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "B"),
      "A form, or the query of an address, must be percent-encoded UTF-8."),
  PARAMETERS_ONCE(
      "request.parameters_once",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "3.2"),
      "A parameter must not be sent more than once."),
  SERVER_WORKS(
      "server.works",
      INTERNAL_SERVER_ERROR,
      SERVER_ERROR,
      rfc(9110, "15.6.1"),
      "The server must be able to decide."),
  SERVER_CAPACITY(
      "server.capacity",
      INTERNAL_SERVER_ERROR,
      SERVER_ERROR,
      rfc(9110, "15.6.1"),
      "The server must have room for what the request would have it remember."),
  SERVER_STORE_AVAILABLE(
      "server.store_available",
      SERVICE_UNAVAILABLE,
      TEMPORARILY_UNAVAILABLE,
      rfc(9110, "15.6.4"),
      "The store that the nodes of this server share must answer.");

  private final Rule rule;

  RequestCheck(
      String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    rule = new Rule(id, kind, error, reference, statement);
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
