package dev.authmock.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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
    List<MediaType> accepted = accepted(request);
    BigDecimal json = quality(accepted, "application/json");
    if (json.signum() == 0) {
      return PROBLEM_JSON;
    }
    boolean problemIsAsGood = quality(accepted, "application/problem+json").compareTo(json) >= 0
        || quality(accepted, "*/*").compareTo(json) >= 0;
    return problemIsAsGood ? PROBLEM_JSON : MediaType.APPLICATION_JSON_TYPE;
  }

  private static List<MediaType> accepted(HttpRequest<?> request) {
    List<MediaType> types = new ArrayList<>();
    for (String header : request.getHeaders().getAll(HttpHeaders.ACCEPT)) {
      for (String range : header.split(",", -1)) {
        try {
          types.add(MediaType.of(range.strip()));
        } catch (IllegalArgumentException e) {
          // A range that is no media type accepts nothing.
        }
      }
    }
    return types;
  }

  /** The highest quality of the ranges with this name; 0 where none has it. */
  private static BigDecimal quality(List<MediaType> accepted, String name) {
    BigDecimal best = BigDecimal.ZERO;
    for (MediaType type : accepted) {
      if (name.equalsIgnoreCase(type.getName())) {
        best = best.max(qualityOf(type));
      }
    }
    return best;
  }

  private static BigDecimal qualityOf(MediaType type) {
    try {
      return type.getQualityAsNumber();
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }
}
