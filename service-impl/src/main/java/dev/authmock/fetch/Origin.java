package dev.authmock.fetch;

import dev.authmock.fetch.FetchException.Reason;
import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port of a URL that may be requested at all.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454#section-4">RFC 6454 §4</a>
 */
record Origin(String scheme, String host, int port) {

  static Origin of(URI uri) throws FetchException {
    String scheme = uri.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      throw new FetchException(Reason.BAD_URI, "the URL is not an http or https URL");
    }
    String host = uri.getHost();
    if (host == null || host.isEmpty()) {
      throw new FetchException(Reason.BAD_URI, "the URL has no host, or not a valid one");
    }
    if (uri.getRawUserInfo() != null) {
      throw new FetchException(Reason.BAD_URI, "the URL has user info, which is not sent");
    }
    String lowerScheme = scheme.toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(lowerScheme) ? 443 : 80;
    if (port == 0 || port > 65_535) {
      throw new FetchException(Reason.BAD_URI, "the URL has a port that does not exist");
    }
    return new Origin(lowerScheme, host.toLowerCase(Locale.ROOT), port);
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }
}
