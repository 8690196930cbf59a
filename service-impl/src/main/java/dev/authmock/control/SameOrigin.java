package dev.authmock.control;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/**
 * Tells a request that a page of this server makes from one that another page makes in its user's name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454#section-7">RFC 6454, section 7</a>
 */
final class SameOrigin {
  private SameOrigin() {}

  /** Whether an origin is that of the host that the request was sent to. */
  static boolean isAt(String origin, String authority) {
    return origin.equals("http://" + authority) || origin.equals("https://" + authority);
  }

  /**
   * Whether the browser says that the request comes from a page of this server.
   *
   * @param baseUrl under which clients know this server
   */
  static boolean isProved(HttpRequest<?> request, String baseUrl) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin == null) {
      return "same-origin".equals(request.getHeaders().get("Sec-Fetch-Site"));
    }
    String authority = request.getHeaders().get(HttpHeaders.HOST);
    // A proxy may pass another Host on than the one that the browser asked.
    return origin.equals(baseUrl) || (authority != null && isAt(origin, authority));
  }
}
