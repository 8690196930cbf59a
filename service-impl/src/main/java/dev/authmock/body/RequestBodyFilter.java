package dev.authmock.body;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Refuses bodies of which nobody says what they are, and those in codings that nobody here knows; the
 * framework would take them for any type, and for plain.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.16">RFC 9110, section
 *     15.5.16</a>
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class RequestBodyFilter implements Ordered {

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.after();
  }

  @RequestFilter
  void require(HttpRequest<?> request) {
    if (hasBody(request) && request.getContentType().isEmpty()) {
      throw new RefusedException(
          RequestCheck.REQUEST_MEDIA_TYPE,
          Difference.of("a Content-Type", request.getHeaders().get(HttpHeaders.CONTENT_TYPE)));
    }
    // Of the codings that the framework knows nothing is left here.
    String coding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.isBlank() && !"identity".equalsIgnoreCase(coding.strip())) {
      throw new RefusedException(
          RequestCheck.REQUEST_MEDIA_TYPE,
          Difference.of("a body that is gzip, deflate or plain", coding));
    }
  }

  private static boolean hasBody(HttpRequest<?> request) {
    return request.getContentLength() > 0
        || request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING);
  }
}
