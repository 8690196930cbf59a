package dev.authmock.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of this process, made from the start on, and anew when it broke and is needed.
 *
 * <p>The driver's own reconnecting is off: it would send again what may have been done already, and a code
 * redeemed by a lost answer would look used to the one who redeems it.
 */
final class RedisConnections implements AutoCloseable {
  /** How many commands wait for their answers at the most; more fail at once. */
  private static final int MAX_WAITING = 10_000;

  private static final Duration TOPOLOGY_AGE = Duration.ofSeconds(10);
  private static final long SHUTDOWN_SECONDS = 2;

  private final ClientResources resources;
  private final Supplier<CompletableFuture<RedisLink>> connect;
  private final Supplier<CompletableFuture<Void>> shutdown;
  private final CompletableFuture<RedisLink> first;
  private @Nullable CompletableFuture<RedisLink> current;

  private RedisConnections(
      Supplier<CompletableFuture<RedisLink>> connect,
      Supplier<CompletableFuture<Void>> shutdown,
      ClientResources resources) {
    this.connect = connect;
    this.shutdown = shutdown;
    this.resources = resources;
    this.first = connect.get();
    this.current = first;
  }

  /**
   * To one Redis.
   *
   * @param resources of the client, which end with it
   */
  static RedisConnections to(
      RedisClient client, RedisURI address, ClientResources resources, Duration timeout) {
    client.setOptions(options(ClientOptions.builder(), timeout).build());
    return new RedisConnections(
        () -> client
            .connectAsync(StringCodec.UTF8, address)
            .toCompletableFuture()
            .thenApply(RedisLink::to),
        () -> client.shutdownAsync(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS),
        resources);
  }

  /** To a Redis Cluster, likewise. */
  static RedisConnections toCluster(
      RedisClusterClient client, ClientResources resources, Duration timeout) {
    client.setOptions(options(ClusterClientOptions.builder(), timeout)
        .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
            .enableAllAdaptiveRefreshTriggers()
            .enablePeriodicRefresh(TOPOLOGY_AGE)
            .build())
        .build());
    return new RedisConnections(
        () -> client
            .refreshPartitionsAsync()
            .toCompletableFuture()
            .thenCompose(known -> client.connectAsync(StringCodec.UTF8))
            .thenApply(RedisLink::to),
        () -> client.shutdownAsync(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS),
        resources);
  }

  private static <B extends ClientOptions.Builder> B options(B builder, Duration timeout) {
    builder
        .autoReconnect(false)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(MAX_WAITING)
        .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
        .socketOptions(
            SocketOptions.builder().connectTimeout(timeout).keepAlive(true).build());
    return builder;
  }

  /** The connection, which is there or on its way. */
  synchronized CompletableFuture<RedisLink> link() {
    if (current == null || isBroken(current)) {
      current = connect.get();
    }
    return current;
  }

  /** Whether it is the one with which this process began. */
  boolean isFirst(CompletableFuture<RedisLink> link) {
    return link == first;
  }

  private static boolean isBroken(CompletableFuture<RedisLink> link) {
    return link.isCompletedExceptionally() || (link.isDone() && !link.join().isOpen());
  }

  /** Gives a connection up on which nothing works any more. */
  synchronized void giveUp(CompletableFuture<RedisLink> broken) {
    if (current == broken) {
      current = null;
      broken.thenAccept(RedisLink::close).exceptionally(failed -> null);
    }
  }

  @Override
  public void close() {
    shutdown
        .get()
        .orTimeout(SHUTDOWN_SECONDS, TimeUnit.SECONDS)
        .exceptionally(late -> null)
        .join();
    resources
        .shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
  }
}
