package dev.authmock.problem;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.api.conformance.model.Problem;
import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Writes a problem: the one place where an error leaves this server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
@Singleton
public class ProblemWriter {
  private final ServerUrls urls;

  ProblemWriter(ServerUrls urls) {
    this.urls = urls;
  }

  /** The problem of one request. */
  public Problem problem(
      ProblemKind kind, OAuthErrorCode error, String description, String check, String instance) {
    return new Problem()
        .type(urls.problemType(kind.slug()))
        .title(kind.title())
        .status(kind.status().getCode())
        .detail(kind.detail())
        .instance(instance)
        .error(error)
        .errorDescription(ErrorDescription.of(description))
        .check(check);
  }

  /**
   * Writes the problem as the answer to the request.
   *
   * @param response the answer so far: its {@code Allow} header is kept, its status and body are
   *     not
   */
  public MutableHttpResponse<?> write(
      HttpRequest<?> request, Problem problem, MutableHttpResponse<?> response) {
    HttpStatus status = HttpStatus.valueOf(problem.getStatus());
    response.status(status);
    response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (status == HttpStatus.UNAUTHORIZED) {
      challenge(request, response);
    }
    if (request.getMethod() == HttpMethod.HEAD) {
      return response;
    }
    return response.body(problem).contentType(ErrorMediaType.of(request));
  }

  /** RFC 6749, section 5.2: only a client that tried the header is told which scheme failed. */
  private static void challenge(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getHeaders()
        .findFirst(HttpHeaders.AUTHORIZATION)
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .ifPresent(value -> response.header(
            HttpHeaders.WWW_AUTHENTICATE,
            value.startsWith("basic")
                ? "Basic realm=\"auth-mock\""
                : "Bearer error=\"invalid_token\""));
  }
}
