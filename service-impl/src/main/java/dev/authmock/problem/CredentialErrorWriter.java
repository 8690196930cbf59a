package dev.authmock.problem;

import dev.authmock.api.conformance.model.CredentialError;
import dev.authmock.api.conformance.model.Problem;
import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;

/**
 * Writes the errors of the credential endpoints, which wallets know in a shape of their own.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.3.1">OpenID4VCI
 *     draft 11, section 7.3.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
public final class CredentialErrorWriter {
  private CredentialErrorWriter() {}

  /** Whether the request is for one of those endpoints. */
  public static boolean isFor(HttpRequest<?> request) {
    String path = request.getPath();
    return request.getMethod() == HttpMethod.POST
        && (ServerUrls.isPathOf(ServerUrls.CREDENTIAL, path)
            || ServerUrls.isPathOf(ServerUrls.DEFERRED_CREDENTIAL, path));
  }

  /** The problem in that shape, still without a c_nonce. */
  public static CredentialError error(Problem problem) {
    return new CredentialError()
        .error(problem.getError())
        .errorDescription(problem.getErrorDescription())
        .instance(problem.getInstance())
        .check(problem.getCheck());
  }

  /** Writes the error as the answer to the request. */
  public static MutableHttpResponse<?> write(
      HttpRequest<?> request, int status, CredentialError error, MutableHttpResponse<?> response) {
    response.status(status);
    response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (status == HttpStatus.UNAUTHORIZED.getCode()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(request));
    }
    ProblemWriter.retryAfter(HttpStatus.valueOf(status), response);
    return response.body(error).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /** Only who sent a token is told that it is the token that does not hold. */
  private static String challenge(HttpRequest<?> request) {
    String authorization =
        request.getHeaders().get(HttpHeaders.AUTHORIZATION, String.class).orElse("");
    return authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")
        ? "Bearer error=\"invalid_token\""
        : "Bearer";
  }
}
