package dev.authmock.server;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The media types that a caller accepts; what is none in the header accepts nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
public final class AcceptHeader {
  private final List<MediaType> ranges;

  private AcceptHeader(List<MediaType> ranges) {
    this.ranges = ranges;
  }

  /** The header, or the headers, of a request. */
  public static AcceptHeader of(HttpRequest<?> request) {
    List<MediaType> ranges = new ArrayList<>();
    for (String header : request.getHeaders().getAll(HttpHeaders.ACCEPT)) {
      for (String range : header.split(",", -1)) {
        try {
          ranges.add(MediaType.of(range.strip()));
        } catch (IllegalArgumentException e) {
          // A range that is no media type accepts nothing.
        }
      }
    }
    return new AcceptHeader(ranges);
  }

  /** The highest quality of the ranges with exactly this name; 0 where none has it. */
  public BigDecimal quality(String name) {
    BigDecimal best = BigDecimal.ZERO;
    for (MediaType range : ranges) {
      if (name.equalsIgnoreCase(range.getName())) {
        best = best.max(quality(range));
      }
    }
    return best;
  }

  /** The one of these types that is accepted best; of several as good, the one named first. */
  public Optional<String> preferred(Set<String> types) {
    BigDecimal best = BigDecimal.ZERO;
    String preferred = null;
    for (MediaType range : ranges) {
      String name = range.getName().toLowerCase(Locale.ROOT);
      if (types.contains(name) && quality(range).compareTo(best) > 0) {
        best = quality(range);
        preferred = name;
      }
    }
    return Optional.ofNullable(preferred);
  }

  private static BigDecimal quality(MediaType range) {
    try {
      return range.getQualityAsNumber();
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }
}
