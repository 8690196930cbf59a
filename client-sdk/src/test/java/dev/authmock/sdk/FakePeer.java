package dev.authmock.sdk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server that answers as it is told, and remembers what it was asked. */
public final class FakePeer implements AutoCloseable {

  public static final String JSON = "application/json";
  public static final String PROBLEM_JSON = "application/problem+json";

  public record Received(String method, String uri, Headers headers, String body) {

    public String header(String name) {
      return headers.getFirst(name);
    }

    public String path() {
      return uri.replaceFirst("[?].*", "");
    }

    /** The parameters of the query, decoded. */
    public Map<String, String> query() {
      return QueryString.parametersOf(uri);
    }

    /** The fields of the form, decoded. */
    public Map<String, String> form() {
      return QueryString.parametersOf("?" + body);
    }
  }

  public record Answer(int status, String contentType, String body, String location) {

    public static Answer json(String body) {
      return new Answer(200, JSON, body, "");
    }

    public static Answer text(String contentType, String body) {
      return new Answer(200, contentType, body, "");
    }

    public static Answer error(int status, String contentType, String body) {
      return new Answer(status, contentType, body, "");
    }

    public static Answer redirect(String location) {
      return new Answer(302, "", "", location);
    }
  }

  /** Answers an exchange whose body has been read. */
  @FunctionalInterface
  private interface Handler {
    void handle(HttpExchange exchange, Received request) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private FakePeer(Handler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> handler.handle(exchange, remember(exchange)));
    server.start();
  }

  static FakePeer handling(HttpHandler handler) throws IOException {
    return new FakePeer((exchange, request) -> handler.handle(exchange));
  }

  /** A peer whose answer depends on the request. */
  public static FakePeer answering(Function<Received, Answer> answers) throws IOException {
    return new FakePeer((exchange, request) -> {
      Answer answer = answers.apply(request);
      if (!answer.location().isEmpty()) {
        exchange.getResponseHeaders().set("Location", answer.location());
      }
      answer(exchange, answer.status(), answer.contentType(), answer.body());
    });
  }

  static FakePeer answering(int status, String contentType, String body) throws IOException {
    return handling(exchange -> answer(exchange, status, contentType, body));
  }

  static void answer(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!contentType.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", contentType);
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Received remember(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Received request = new Received(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders(),
        body);
    received.add(request);
    return request;
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  public String url() {
    return "http://127.0.0.1:" + address().getPort();
  }

  public AuthMockClient client() {
    return AuthMockClient.builder().baseUrl(url()).build();
  }

  /** The one request that came. */
  public Received request() {
    if (received.size() != 1) {
      throw new AssertionError("one request was expected, there were " + received.size());
    }
    return received.get(0);
  }

  /** All requests that came, in any order. */
  public List<Received> requests() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
