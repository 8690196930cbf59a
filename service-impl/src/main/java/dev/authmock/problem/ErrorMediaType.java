package dev.authmock.problem;

import dev.authmock.server.AcceptHeader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.math.BigDecimal;

/**
 * Chooses the media type of an error: OAuth libraries that ask for plain JSON, and refuse anything
 * else, get it; everybody else gets a problem document.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
final class ErrorMediaType {
  static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

  private ErrorMediaType() {}

  static MediaType of(HttpRequest<?> request) {
    AcceptHeader accepted = AcceptHeader.of(request);
    BigDecimal json = accepted.quality("application/json");
    if (json.signum() == 0) {
      return PROBLEM_JSON;
    }
    boolean problemIsAsGood = accepted.quality("application/problem+json").compareTo(json) >= 0
        || accepted.quality("*/*").compareTo(json) >= 0;
    return problemIsAsGood ? PROBLEM_JSON : MediaType.APPLICATION_JSON_TYPE;
  }
}
