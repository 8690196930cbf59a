package dev.authmock.it.redis;

import dev.authmock.it.support.ContractHttpClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A load balancer in the client: the requests go to the nodes in turn, whatever host they name. */
final class ToNodes extends ContractHttpClient {
  private final List<String> nodes;
  private final AtomicInteger turn = new AtomicInteger();

  /** One that takes turns between these. */
  ToNodes(List<String> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    String node = nodes.get(turn.getAndIncrement() % nodes.size());
    URI sent = request.uri();
    String query = sent.getRawQuery() == null ? "" : "?" + sent.getRawQuery();
    URI there = URI.create(node + sent.getRawPath() + query);
    return super.sendAsync(
        HttpRequest.newBuilder(request, (name, value) -> true).uri(there).build(), handler);
  }
}
