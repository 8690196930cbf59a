package dev.authmock.it.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The HTTP client under the SDK: holds each exchange against the {@link Contract}, and remembers the problems. */
public class ContractHttpClient extends HttpClient {
  private static final HttpClient CLIENT = HttpClient.newBuilder()
      .version(Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(5))
      .build();

  /** By the URI that names the occurrence; a refusal of the SDK is looked up here. */
  private static final Map<String, Exchange> PROBLEMS = new ConcurrentHashMap<>();

  /** How many exchanges are remembered; thousands would fill the memory. */
  private static final int MAX_EXCHANGES = 300;

  private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
  private final Queue<AssertionError> violations = new ConcurrentLinkedQueue<>();

  /** The exchange in which a problem came. */
  static Exchange exchangeOf(String instance) {
    return Optional.ofNullable(PROBLEMS.get(instance))
        .orElseThrow(() -> new AssertionError("no exchange ended in " + instance));
  }

  /** The first exchanges, in their order. */
  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** Fails if an exchange did not fit; whatever the caller made of the error. */
  void requireNoViolation() {
    if (!violations.isEmpty()) {
      throw violations.peek();
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    byte[][] body = new byte[1][];
    BodyHandler<T> recording = info -> {
      var inner = handler.apply(info);
      return BodySubscribers.mapping(BodySubscribers.ofByteArray(), bytes -> {
        body[0] = bytes;
        inner.onSubscribe(new Ignored());
        inner.onNext(List.of(ByteBuffer.wrap(bytes)));
        inner.onComplete();
        return inner.getBody().toCompletableFuture().join();
      });
    };
    return CLIENT.sendAsync(request, recording).thenApply(response -> {
      check(request, response, body[0]);
      return response;
    });
  }

  private void check(HttpRequest request, HttpResponse<?> response, byte[] body) {
    Exchange exchange = new Exchange(
        request.method(),
        request.uri(),
        RawHttp.lowerCase(request.headers()),
        request.bodyPublisher().map(ContractHttpClient::bytes).orElse(new byte[0]),
        response.statusCode(),
        RawHttp.lowerCase(response.headers()),
        new String(body, StandardCharsets.UTF_8));
    if (exchanges.size() < MAX_EXCHANGES) {
      exchanges.add(exchange);
    }
    if (exchange.status() >= 400 && exchange.mediaType().endsWith("json")) {
      PROBLEMS.put(exchange.json().path("instance").asText(), exchange);
    }
    try {
      Contract.verify(exchange);
    } catch (AssertionError e) {
      violations.add(e);
      throw e;
    }
  }

  /** What the publishers of the JDK give out again to whoever subscribes. */
  private static byte[] bytes(BodyPublisher publisher) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    publisher.subscribe(new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
      }

      @Override
      public void onNext(ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        bytes.writeBytes(copy);
      }

      @Override
      public void onError(Throwable throwable) {
        throw new IllegalStateException(throwable);
      }

      @Override
      public void onComplete() {}
    });
    return bytes.toByteArray();
  }

  private static final class Ignored implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
    return sendAsync(request, handler).join();
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushPromises) {
    return sendAsync(request, handler);
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return CLIENT.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return CLIENT.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return CLIENT.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return CLIENT.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return CLIENT.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return CLIENT.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return CLIENT.authenticator();
  }

  @Override
  public Version version() {
    return CLIENT.version();
  }

  @Override
  public Optional<Executor> executor() {
    return CLIENT.executor();
  }
}
