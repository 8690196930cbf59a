package dev.authmock.it.support;

/** The kinds of problems with their exact words, as the reference page and the project's own contract have them. */
public enum Kind {
  BAD_REQUEST(400, "Bad Request", "Bad request."),
  TOKEN_EXPIRED(400, "Token Expired", "The token has expired."),
  ISSUER_NOT_FOUND(400, "Issuer Not Found", "Issuer not found in the trusted apps registry."),
  UNAUTHORIZED(401, "Unauthorized", "You are not authorized to access the resources."),
  NOT_FOUND(404, "Not Found", "There is nothing at this address."),
  METHOD_NOT_ALLOWED(405, "Method Not Allowed", "This address does not answer this HTTP method."),
  PAYLOAD_TOO_LARGE(413, "Payload Too Large", "The request is longer than this server accepts."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Unsupported Media Type",
      "The body is not of a media type that this operation accepts."),
  INTERNAL_SERVER_ERROR(
      500,
      "Internal Server Error",
      "The server encountered an internal error and was unable to complete your request"),
  SERVICE_UNAVAILABLE(
      503, "Service Unavailable", "The server can't decide for the moment. Try again.");

  final int status;
  final String title;
  final String detail;

  Kind(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The title, word for word. */
  public String title() {
    return title;
  }

  /** The detail, word for word. */
  public String detail() {
    return detail;
  }
}
