package dev.authmock.problem;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of problem that a request can end in, with the exact title and detail of the contract.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1">RFC 9457, section 3.1</a>
 */
public enum ProblemKind {
  /** A parameter is missing, repeated or malformed, or what was sent does not fit. */
  BAD_REQUEST(
      "bad-request",
      HttpStatus.BAD_REQUEST,
      "Bad Request",
      "Bad request.",
      "A parameter is missing, repeated or malformed, a code is unknown or already used, what is bound"
          + " to it (PKCE, PIN, redirect_uri, client) does not fit, or a JWT that shows who the wallet"
          + " is or what the client asks for does not hold."),
  /** Something that was good is past its lifetime. */
  TOKEN_EXPIRED(
      "token-expired",
      HttpStatus.BAD_REQUEST,
      "Token Expired",
      "The token has expired.",
      "A code, an issuer_state, a request of this server to a wallet, or a JWT of the client or the"
          + " wallet is past its lifetime."),
  /** A URL {@code client_id} that nobody registered. */
  ISSUER_NOT_FOUND(
      "issuer-not-found",
      HttpStatus.BAD_REQUEST,
      "Issuer Not Found",
      "Issuer not found in the trusted apps registry.",
      "The client_id is a URL that nobody registered, neither in the configuration nor at the"
          + " registration endpoint."),
  /** The client, or the bearer of a token, did not prove who it is. */
  UNAUTHORIZED(
      "unauthorized",
      HttpStatus.UNAUTHORIZED,
      "Unauthorized",
      "You are not authorized to access the resources.",
      "The client assertion does not authenticate the client, or a bearer token is missing, wrong or"
          + " past its lifetime."),
  /** Nothing is at this path. */
  NOT_FOUND(
      "not-found",
      HttpStatus.NOT_FOUND,
      "Not Found",
      "There is nothing at this address.",
      "The path is not one of this server's, or what was there is gone."),
  /** The path exists, not for this method. */
  METHOD_NOT_ALLOWED(
      "method-not-allowed",
      HttpStatus.METHOD_NOT_ALLOWED,
      "Method Not Allowed",
      "This address does not answer this HTTP method.",
      "The path exists, but not for this HTTP method; the Allow header names those that it"
          + " answers."),
  /** The body, the headers or the address are too long. */
  PAYLOAD_TOO_LARGE(
      "payload-too-large",
      HttpStatus.REQUEST_ENTITY_TOO_LARGE,
      "Payload Too Large",
      "The request is longer than this server accepts.",
      "The body of the request is longer than 64 KiB, or its headers or its address are too long."),
  /** The body is not of the media type that the operation takes. */
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type",
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "Unsupported Media Type",
      "The body is not of a media type that this operation accepts.",
      "The Content-Type is missing or another one than the operation takes: the token endpoint and"
          + " direct_post take application/x-www-form-urlencoded, all others application/json."),
  /** Anything else; says nothing of the inside. */
  INTERNAL_SERVER_ERROR(
      "internal-server-error",
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Internal Server Error",
      "The server encountered an internal error and was unable to complete your request",
      "The server could not decide. What happened is in its log, under the id of the journal entry."),
  /** The server can't decide now, and may be able to in a moment. */
  SERVICE_UNAVAILABLE(
      "service-unavailable",
      HttpStatus.SERVICE_UNAVAILABLE,
      "Service Unavailable",
      "The server can't decide for the moment. Try again.",
      "The store that the nodes of this server share does not answer, or takes nothing. The Retry-After"
          + " header says when it is worth another try.");

  private final String slug;
  private final HttpStatus status;
  private final String title;
  private final String detail;
  private final String meaning;

  ProblemKind(String slug, HttpStatus status, String title, String detail, String meaning) {
    this.slug = slug;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.meaning = meaning;
  }

  /** The last segment of the {@code type} URI. */
  public String slug() {
    return slug;
  }

  /** The HTTP status. */
  public HttpStatus status() {
    return status;
  }

  /** The {@code title}. */
  public String title() {
    return title;
  }

  /** The {@code detail}, the same for every occurrence. */
  public String detail() {
    return detail;
  }

  /** When this kind occurs, for people. */
  public String meaning() {
    return meaning;
  }

  /** The kind whose {@code type} ends in this segment. */
  public static Optional<ProblemKind> bySlug(String slug) {
    return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
  }
}
