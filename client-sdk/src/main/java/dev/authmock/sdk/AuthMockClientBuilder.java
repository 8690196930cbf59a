package dev.authmock.sdk;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link AuthMockClient}, each with a default. Not for use by several threads. */
public final class AuthMockClientBuilder {

  /** The base URL if none is set: a server on this machine. */
  public static final String DEFAULT_BASE_URL = "http://localhost:8080";

  private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration LONGEST_TIMEOUT = Duration.ofNanos(Long.MAX_VALUE);

  private static final int HIGHEST_PORT = 65535;

  private URI baseUrl = URI.create(DEFAULT_BASE_URL);
  private @Nullable Duration connectTimeout;
  private Duration requestTimeout = Duration.ofSeconds(30);
  private @Nullable HttpClient httpClient;
  private @Nullable String controlToken;

  AuthMockClientBuilder() {}

  /**
   * Sets where the server is.
   *
   * @param baseUrl what stands before {@code /conformance} and {@code /mock}, with or without a
   *     slash at its end; {@value #DEFAULT_BASE_URL} if not set. The scheme may be in capitals (RFC
   *     3986, section 3.1), and becomes lower case.
   * @return this builder
   * @throws IllegalArgumentException if it is no http(s) URL, its port is above 65535, or it has
   *     more than host, port and path
   */
  public AuthMockClientBuilder baseUrl(String baseUrl) {
    URI url = withLowerCaseScheme(URI.create(baseUrl.replaceFirst("/+$", "")));
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    // The JDK's HTTP client asks for a host, and finds none in a name with an underscore.
    if (!http || url.getHost() == null) {
      throw new IllegalArgumentException("not an http(s) URL with a valid host name: " + url);
    }
    if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
      throw new IllegalArgumentException("a base URL has no user, query or fragment");
    }
    if (url.getPort() > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is at most " + HIGHEST_PORT + ": " + url);
    }
    this.baseUrl = url;
    return this;
  }

  /** The issuer URL is made from it, and is compared to the letter. */
  private static URI withLowerCaseScheme(URI url) {
    String scheme = url.getScheme();
    return scheme == null
        ? url
        : URI.create(scheme.toLowerCase(Locale.ROOT) + url.toString().substring(scheme.length()));
  }

  /**
   * Sets how long a connection may take to be there.
   *
   * @param timeout more than zero; 5 seconds if not set
   * @return this builder
   * @throws IllegalArgumentException if it is zero or less, or more than 2^63 - 1 nanoseconds (292
   *     years)
   */
  public AuthMockClientBuilder connectTimeout(Duration timeout) {
    this.connectTimeout = positive(timeout);
    return this;
  }

  /**
   * Sets how long a request may take, from the call to the last byte of the answer.
   *
   * @param timeout more than zero; 30 seconds if not set
   * @return this builder
   * @throws IllegalArgumentException if it is zero or less, or more than 2^63 - 1 nanoseconds (292
   *     years)
   */
  public AuthMockClientBuilder requestTimeout(Duration timeout) {
    this.requestTimeout = positive(timeout);
    return this;
  }

  /**
   * Sets an HTTP client of one's own: for a proxy, for TLS settings, or to watch the requests.
   *
   * @param httpClient does what it is asked by {@code sendAsync}, and follows no redirect; its
   *     connect timeout is its own
   * @return this builder
   * @throws IllegalArgumentException if it follows redirects: codes come in them
   */
  public AuthMockClientBuilder httpClient(HttpClient httpClient) {
    if (httpClient.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("an HTTP client that follows redirects loses the codes");
    }
    this.httpClient = httpClient;
    return this;
  }

  /**
   * Sets the token that the server wants of callers from other machines at {@code /mock/…}. It goes
   * with the requests of {@link AuthMockClient#control()} and with no others.
   *
   * @param controlToken the server's {@code authmock.control.token}
   * @return this builder
   * @throws IllegalArgumentException if it holds what can't stand in an HTTP header
   */
  public AuthMockClientBuilder controlToken(String controlToken) {
    this.controlToken =
        BearerToken.requireSendable(Objects.requireNonNull(controlToken, "controlToken"));
    return this;
  }

  /**
   * Makes the client. Nothing is sent yet.
   *
   * @return a client with these settings
   * @throws IllegalStateException if a connect timeout is set beside an HTTP client that has its
   *     own
   */
  public AuthMockClient build() {
    HttpClient http = new DeadlineHttpClient(underlying(), requestTimeout);
    // The control token is no business of the conformance endpoints.
    Transport conformance = Transport.to(baseUrl, http);
    Transport control =
        controlToken == null ? conformance : Transport.to(baseUrl, http, controlToken);
    return new AuthMockClient(baseUrl, conformance, control);
  }

  private HttpClient underlying() {
    if (httpClient == null) {
      return HttpClient.newBuilder()
          // Over plain HTTP, version 2 would first ask for an upgrade.
          .version(HttpClient.Version.HTTP_1_1)
          // Redirects lead to wallets, and are read.
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(connectTimeout == null ? DEFAULT_CONNECT_TIMEOUT : connectTimeout)
          .build();
    }
    if (connectTimeout != null) {
      throw new IllegalStateException("the HTTP client that is set has a connect timeout already");
    }
    return httpClient;
  }

  private static Duration positive(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("a timeout is more than zero");
    }
    if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException("a timeout is at most " + LONGEST_TIMEOUT);
    }
    return timeout;
  }
}
