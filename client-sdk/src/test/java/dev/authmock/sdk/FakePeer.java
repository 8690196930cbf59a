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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that answers as it is told, and remembers what it was asked. */
final class FakePeer implements AutoCloseable {

  static final String JSON = "application/json";
  static final String PROBLEM_JSON = "application/problem+json";

  record Received(String method, String uri, Headers headers, String body) {

    String header(String name) {
      return headers.getFirst(name);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private FakePeer(HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      remember(exchange);
      handler.handle(exchange);
    });
    server.start();
  }

  static FakePeer handling(HttpHandler handler) throws IOException {
    return new FakePeer(handler);
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

  private void remember(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(new Received(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders(),
        body));
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  String url() {
    return "http://127.0.0.1:" + address().getPort();
  }

  AuthMockClient client() {
    return AuthMockClient.builder().baseUrl(url()).build();
  }

  /** The one request that came. */
  Received request() {
    if (received.size() != 1) {
      throw new AssertionError("one request was expected, there were " + received.size());
    }
    return received.get(0);
  }

  /** All requests that came, in any order. */
  List<Received> requests() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
