package dev.authmock.fetch;

import dev.authmock.fetch.FetchException.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** One GET with its redirects, which another thread may abort at any moment. */
final class Exchange {

  private static final int MAX_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final CloseableHttpClient http;
  private final int maxBodySize;
  private final String accept;
  private final Origin origin;

  private volatile boolean aborted;
  private volatile @Nullable HttpGet current;

  Exchange(CloseableHttpClient http, int maxBodySize, Origin origin, String accept) {
    this.http = http;
    this.maxBodySize = maxBodySize;
    this.origin = origin;
    this.accept = accept;
  }

  Fetched run(URI start) throws FetchException {
    URI uri = start;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpGet request = request(uri);
      try {
        ClassicHttpResponse response = http.executeOpen(host(), request, null);
        if (!REDIRECTS.contains(response.getCode())) {
          return ResponseReader.read(response, origin, maxBodySize);
        }
        uri = Redirect.target(uri, location(response), origin);
      } catch (IOException | RuntimeException e) {
        throw Failures.explain(e, origin);
      } finally {
        // Closing politely would first read the rest of a body that may never end.
        request.abort();
      }
    }
    throw new FetchException(
        Reason.TOO_MANY_REDIRECTS, origin + " redirected more than " + MAX_REDIRECTS + " times");
  }

  /** Ends the exchange, wherever it is: its socket is closed. */
  void abort() {
    aborted = true;
    HttpGet request = current;
    if (request != null) {
      request.abort();
    }
  }

  private HttpGet request(URI uri) {
    HttpGet request = new HttpGet(uri);
    request.setHeader(HttpHeaders.ACCEPT, accept);
    current = request;
    if (aborted) {
      // The abort may have come between two requests and have seen the one before.
      request.abort();
    }
    return request;
  }

  private HttpHost host() {
    return new HttpHost(origin.scheme(), origin.host(), origin.port());
  }

  private String location(ClassicHttpResponse response) throws FetchException {
    Header location = response.getFirstHeader(HttpHeaders.LOCATION);
    if (location == null) {
      throw FetchException.badStatus(origin, response.getCode());
    }
    return location.getValue();
  }
}
