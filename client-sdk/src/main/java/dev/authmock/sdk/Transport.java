package dev.authmock.sdk;

import dev.authmock.sdk.invoker.ApiClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.function.Consumer;

/** Gives the generated layer one HTTP client for all of its classes. */
final class Transport extends ApiClient {

  private final HttpClient http;

  private Transport(URI baseUrl, HttpClient http) {
    super(createDefaultHttpClientBuilder(), createDefaultObjectMapper(), baseUrl.toString());
    this.http = http;
  }

  static Transport to(URI baseUrl, HttpClient http) {
    return new Transport(baseUrl, http);
  }

  /** The same way, with a bearer token on each request. */
  static Transport to(URI baseUrl, HttpClient http, String token) {
    Transport transport = new Transport(baseUrl, http);
    Consumer<HttpRequest.Builder> bearer =
        request -> request.setHeader(BearerToken.HEADER, BearerToken.value(token));
    transport.setRequestInterceptor(bearer);
    return transport;
  }

  /** The stock class builds another client, with threads of its own, on every call. */
  @Override
  public HttpClient getHttpClient() {
    return http;
  }
}
