package dev.authmock.it.thirdparty;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Gzip;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.authmock.it.support.Exchange;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Stands before the service under a URL of its own, and keeps what went through. */
final class Relay implements AutoCloseable {
  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

  Relay() {
    server.start();
  }

  /** The base URL of the service as its clients see it. */
  String url() {
    return "http://localhost:" + server.port();
  }

  /** Passes everything on to this base URL from now on, and forgets what went through. */
  void passOnTo(String baseUrl) {
    server.resetAll();
    server.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(baseUrl)));
  }

  /** What went through, in that order. */
  List<Exchange> exchanges() {
    return server.getAllServeEvents().stream()
        .sorted((one, other) ->
            one.getRequest().getLoggedDate().compareTo(other.getRequest().getLoggedDate()))
        .map(Relay::exchange)
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static Exchange exchange(ServeEvent event) {
    LoggedRequest request = event.getRequest();
    LoggedResponse response = event.getResponse();
    return new Exchange(
        request.getMethod().getName(),
        URI.create(request.getAbsoluteUrl()),
        lowerCase(request.getHeaders()),
        request.getBody(),
        response.getStatus(),
        lowerCase(response.getHeaders()),
        text(response));
  }

  /** Clients of Node ask for gzip. */
  private static String text(LoggedResponse response) {
    byte[] body = response.getBody();
    return body != null && Gzip.isGzipped(body)
        ? Gzip.unGzipToString(body)
        : response.getBodyAsString();
  }

  private static Map<String, List<String>> lowerCase(HttpHeaders headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers
        .all()
        .forEach(header -> lower.put(header.key().toLowerCase(Locale.ROOT), header.values()));
    return lower;
  }
}
