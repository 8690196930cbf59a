package dev.authmock.it.nodes;

import dev.authmock.it.nodes.Attempt.Outcome;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.RawHttp;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts to nodes, and notes how long each answer took. */
final class Sender {
  /** Far longer than any answer may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(PATIENCE)
      .build();

  /** Sends a token request. */
  CompletableFuture<Attempt> token(Node node, String form) {
    return post(node, RawHttp.TOKEN, RawHttp.FORM, form);
  }

  /** Sends JSON to the control API, or to register. */
  Attempt json(Node node, String path, String json) {
    return post(node, path, "application/json", json).join();
  }

  private CompletableFuture<Attempt> post(Node node, String path, String type, String body) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + path))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    long began = System.nanoTime();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .handle((response, failure) -> {
          long ended = System.nanoTime();
          return failure == null
              ? Attempt.answered(node, exchange(request, body, response), began, ended)
              : Attempt.unanswered(node, outcome(failure), began, ended);
        });
  }

  private static Exchange exchange(
      HttpRequest request, String body, HttpResponse<String> response) {
    return new Exchange(
        request.method(),
        request.uri(),
        lowerCase(request.headers()),
        body.getBytes(StandardCharsets.UTF_8),
        response.statusCode(),
        lowerCase(response.headers()),
        response.body());
  }

  private static Outcome outcome(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      return Outcome.HUNG;
    }
    return cause instanceof ConnectException ? Outcome.UNREACHED : Outcome.BROKEN;
  }

  private static Map<String, List<String>> lowerCase(HttpHeaders headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.map().forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    return lower;
  }
}
