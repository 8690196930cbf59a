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
import io.netty.resolver.DefaultAddressResolverGroup;
import java.time.Duration;
import java.util.List;
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

  private static final int THREADS = 2;
  private static final Duration TOPOLOGY_AGE = Duration.ofSeconds(10);
  private static final long SHUTDOWN_SECONDS = 2;

  private final ClientResources resources;
  private final Supplier<CompletableFuture<RedisLink>> connect;
  private final Supplier<CompletableFuture<Void>> shutdown;
  private final CompletableFuture<RedisLink> first;
  private @Nullable CompletableFuture<RedisLink> current;

  RedisConnections(RedisServers servers, Duration timeout) {
    this.resources = ClientResources.builder()
        .ioThreadPoolSize(THREADS)
        .computationThreadPoolSize(THREADS)
        .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE)
        .build();
    List<RedisURI> uris =
        servers.uris().stream().map(uri -> address(uri, timeout)).toList();
    if (servers.isCluster()) {
      RedisClusterClient client = RedisClusterClient.create(resources, uris);
      client.setOptions(options(ClusterClientOptions.builder(), timeout)
          .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
              .enableAllAdaptiveRefreshTriggers()
              .enablePeriodicRefresh(TOPOLOGY_AGE)
              .build())
          .build());
      this.connect = () -> client
          .refreshPartitionsAsync()
          .toCompletableFuture()
          .thenCompose(known -> client.connectAsync(StringCodec.UTF8))
          .thenApply(RedisLink::to);
      this.shutdown = () -> client.shutdownAsync(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    } else {
      RedisClient client = RedisClient.create(resources, uris.get(0));
      client.setOptions(options(ClientOptions.builder(), timeout).build());
      this.connect = () -> client
          .connectAsync(StringCodec.UTF8, uris.get(0))
          .toCompletableFuture()
          .thenApply(RedisLink::to);
      this.shutdown = () -> client.shutdownAsync(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
    this.first = connect.get();
    this.current = first;
  }

  private static RedisURI address(String uri, Duration timeout) {
    RedisURI address = RedisURI.create(uri);
    address.setTimeout(timeout);
    return address;
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
