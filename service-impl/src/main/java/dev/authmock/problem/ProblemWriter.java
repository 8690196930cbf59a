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
import org.jspecify.annotations.Nullable;

/**
 * Writes a problem: the one place where an error leaves this server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
@Singleton
public class ProblemWriter {
  private static final String SOON = "1";

  private final ServerUrls urls;

  ProblemWriter(ServerUrls urls) {
    this.urls = urls;
  }

  /**
   * The problem of one request.
   *
   * @param instance where it is kept, if it is
   */
  public Problem problem(
      ProblemKind kind,
      OAuthErrorCode error,
      String description,
      String check,
      @Nullable String instance) {
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
      challenge(request, problem, response);
    }
    retryAfter(status, response);
    if (request.getMethod() == HttpMethod.HEAD) {
      return response;
    }
    return response.body(problem).contentType(ErrorMediaType.of(request));
  }

  /**
   * Says in how many seconds it is worth another try, where it is.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
   */
  static void retryAfter(HttpStatus status, MutableHttpResponse<?> response) {
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, SOON);
    }
  }

  /**
   * RFC 6749, section 5.2: only a client that tried the header is told which scheme failed; RFC
   * 6750, section 3: a bearer token is asked for where one is needed.
   */
  private static void challenge(
      HttpRequest<?> request, Problem problem, MutableHttpResponse<?> response) {
    String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    boolean bearer = problem.getError() == OAuthErrorCode.INVALID_TOKEN;
    if (bearer && authorization != null) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    } else if (bearer || authorization != null) {
      boolean basic = authorization != null
          && authorization.strip().toLowerCase(Locale.ROOT).startsWith("basic");
      String scheme = basic ? "Basic" : "Bearer";
      response.header(HttpHeaders.WWW_AUTHENTICATE, scheme + " realm=\"auth-mock\"");
    }
  }
}
