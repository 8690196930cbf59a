package dev.authmock.offer;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * How the URL of an offer is shown to another device: as text, or as a QR code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
enum OfferPicture {
  /** What anybody gets who asks for nothing else. */
  TEXT("text/plain", url -> url),
  PNG("image/png", url -> PngImage.of(QrCode.of(url))),
  SVG("image/svg+xml", url -> SvgImage.of(QrCode.of(url)));

  private final MediaType type;
  private final Function<String, Object> shown;

  OfferPicture(String type, Function<String, Object> shown) {
    this.type = MediaType.of(type);
    this.shown = shown;
  }

  /** The one that is accepted best; of several, the first. */
  static OfferPicture bestFor(List<String> accepted) {
    OfferPicture best = TEXT;
    for (OfferPicture picture : values()) {
      if (picture.quality(accepted).compareTo(best.quality(accepted)) > 0) {
        best = picture;
      }
    }
    return best;
  }

  MutableHttpResponse<?> answer(String url) {
    return HttpResponse.ok(shown.apply(url)).contentType(type);
  }

  /** The quality of the most specific range that it is in; 0 where it is in none. */
  private BigDecimal quality(List<String> accepted) {
    BigDecimal quality = BigDecimal.ZERO;
    int best = 0;
    for (String header : accepted) {
      for (String range : header.split(",", -1)) {
        int specificity = specificity(range);
        if (specificity > best) {
          best = specificity;
          quality = qualityOf(range);
        }
      }
    }
    return quality;
  }

  private int specificity(String range) {
    String name = range.split(";", 2)[0].strip();
    if (name.equalsIgnoreCase(type.getName())) {
      return 3;
    }
    if (name.equalsIgnoreCase(type.getType() + "/*")) {
      return 2;
    }
    return name.equals("*/*") ? 1 : 0;
  }

  private static BigDecimal qualityOf(String range) {
    try {
      return MediaType.of(range.strip()).getQualityAsNumber();
    } catch (IllegalArgumentException e) {
      // NumberFormatException too: a weight that is no number weighs nothing.
      return BigDecimal.ZERO;
    }
  }
}
