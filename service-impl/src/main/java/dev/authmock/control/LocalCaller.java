package dev.authmock.control;

import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a caller on this machine from one that only looks so: behind a proxy, or a web page that a
 * browser on this machine has open.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.2">RFC 9110, section 7.2</a>
 */
@Singleton
class LocalCaller {
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final List<String> PROXY_HEADERS =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final ServerUrls urls;

  LocalCaller(ServerUrls urls) {
    this.urls = urls;
  }

  /** What gives away that the request comes from elsewhere; null where nothing does. */
  @Nullable
  String fromElsewhere(HttpRequest<?> request) {
    InetAddress address = request.getRemoteAddress().getAddress();
    if (address == null || !address.isLoopbackAddress()) {
      return "one from elsewhere";
    }
    for (String header : PROXY_HEADERS) {
      if (request.getHeaders().contains(header)) {
        return "one behind a proxy";
      }
    }
    String authority = request.getHeaders().get(HttpHeaders.HOST);
    if (authority != null && !isThisHost(authority)) {
      return "a request to another host name";
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin == null || SameOrigin.isAt(origin, String.valueOf(authority))
        ? null
        : "a page of another origin";
  }

  private boolean isThisHost(String authority) {
    String name = authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    return LOCAL_NAMES.contains(name) || name.equals(urls.host());
  }
}
