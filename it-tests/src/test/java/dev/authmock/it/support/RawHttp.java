package dev.authmock.it.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP to the service as anybody may send it; each answer must be there within 5 seconds, and is held
 * against the {@link Contract}.
 */
public final class RawHttp {
  /** The path of the issuer. */
  public static final String AUTH_MOCK = "/conformance/v3/auth-mock";

  /** The path of the token endpoint. */
  public static final String TOKEN = AUTH_MOCK + "/token";

  /** The path of the service's public keys. */
  public static final String JWKS = AUTH_MOCK + "/jwks";

  /** The path of the registration endpoint. */
  public static final String REGISTER = AUTH_MOCK + "/register";

  /** The path of the authorization endpoint. */
  public static final String AUTHORIZE = AUTH_MOCK + "/authorize";

  /** The path of the endpoint that takes wallets' answers. */
  public static final String DIRECT_POST = AUTH_MOCK + "/direct_post";

  /** The path of the credential issuer. */
  public static final String ISSUER_MOCK = "/conformance/v3/issuer-mock";

  /** The path of the endpoint that starts offers. */
  public static final String OFFER = ISSUER_MOCK + "/initiate-credential-offer";

  /** The path of the credential endpoint. */
  public static final String CREDENTIAL = ISSUER_MOCK + "/credential";

  /** The path of the endpoint of deferred credentials. */
  public static final String DEFERRED = ISSUER_MOCK + "/credential_deferred";

  /** The media type of token requests. */
  public static final String FORM = "application/x-www-form-urlencoded";

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final HttpClient CLIENT = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(LIMIT)
      .build();

  private final String base;

  /** HTTP to the service at this base URL. */
  public RawHttp(String base) {
    this.base = base;
  }

  /** The base URL. */
  public String base() {
    return base;
  }

  /** Sends a token request. */
  public Exchange token(Form form) {
    return post(TOKEN, FORM, form.encoded());
  }

  /** Sends an authorization request. */
  public Exchange authorize(Form query) {
    return get(AUTHORIZE + "?" + query.encoded());
  }

  /** Sends a wallet's answer. */
  public Exchange directPost(Form form) {
    return post(DIRECT_POST, FORM, form.encoded());
  }

  /** Sends a JSON body with a bearer token. */
  public Exchange postJson(String path, String bearer, String json) {
    return request("POST", path)
        .header("Authorization", "Bearer " + bearer)
        .header("Content-Type", "application/json")
        .body(json)
        .send();
  }

  /** Sends a body with a POST. */
  public Exchange post(String path, String contentType, String body) {
    return request("POST", path).header("Content-Type", contentType).body(body).send();
  }

  /** Sends a GET. */
  public Exchange get(String pathOrUri) {
    return request("GET", pathOrUri).send();
  }

  /** Sends a GET as a browser does. */
  public Exchange browse(String pathOrUri) {
    return request("GET", pathOrUri)
        .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        .send();
  }

  /** Starts a request; the target is a path, or an absolute URI. */
  public Call request(String method, String pathOrUri) {
    return new Call(method, URI.create(pathOrUri.startsWith("/") ? base + pathOrUri : pathOrUri));
  }

  static Map<String, List<String>> lowerCase(HttpHeaders headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.map().forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    return lower;
  }

  /** One request in the making. */
  public static final class Call {
    private final String method;
    private final URI uri;
    private final HttpRequest.Builder request;
    private byte[] body = new byte[0];
    private boolean chunked;

    private Call(String method, URI uri) {
      this.method = method;
      this.uri = uri;
      this.request = HttpRequest.newBuilder(uri);
    }

    /** Adds a header. */
    public Call header(String name, String value) {
      request.header(name, value);
      return this;
    }

    /** Sets the body. */
    public Call body(String text) {
      return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets the body. */
    public Call body(byte[] bytes) {
      this.body = bytes;
      return this;
    }

    /** Sends the body in chunks, without saying its length. */
    public Call chunked() {
      this.chunked = true;
      return this;
    }

    /** Sends the body when the server has asked for it. */
    public Call expectContinue() {
      request.expectContinue(true);
      return this;
    }

    /** Sends the request, and holds the exchange against the contract. */
    public Exchange send() {
      Exchange exchange = sendUnchecked();
      Contract.verify(exchange);
      return exchange;
    }

    /** Sends a request whose path the documents spell in another way, or not at all. */
    public Exchange sendUnchecked() {
      HttpRequest built = request
          .method(
              method,
              chunked
                  ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                  : body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
          .build();
      // A timeout of the request would end with the headers.
      var answer = CLIENT.sendAsync(built, BodyHandlers.ofString(StandardCharsets.UTF_8));
      try {
        HttpResponse<String> response = answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        return new Exchange(
            method,
            uri,
            lowerCase(built.headers()),
            body,
            response.statusCode(),
            lowerCase(response.headers()),
            response.body());
      } catch (TimeoutException e) {
        answer.cancel(true);
        throw new AssertionError("no answer within " + LIMIT + ": " + method + " " + uri, e);
      } catch (ExecutionException e) {
        throw new AssertionError("no answer: " + method + " " + uri, e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(new IOException("interrupted", e));
      }
    }
  }
}
