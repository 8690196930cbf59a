package dev.authmock.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.resource.ClientResources;
import io.micronaut.configuration.lettuce.DefaultRedisConfiguration;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.netty.resolver.DefaultAddressResolverGroup;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Connects by the clients that micronaut-redis makes of its settings. */
@Factory
@InRedis
class RedisFactory {
  private static final int THREADS = 2;

  /** What the clients run on. */
  @Singleton
  @Primary
  static ClientResources resources() {
    return ClientResources.builder()
        .ioThreadPoolSize(THREADS)
        .computationThreadPoolSize(THREADS)
        .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE)
        .build();
  }

  /**
   * Begins to connect.
   *
   * @param servers the same addresses; they have been looked at, and what is wrong with one was told
   *     without the password in it
   */
  @Singleton
  RedisConnections connections(
      RedisServers servers,
      DefaultRedisConfiguration redis,
      BeanProvider<RedisClient> client,
      BeanProvider<RedisClusterClient> cluster,
      ClientResources resources,
      RedisConfiguration configuration) {
    Duration timeout = configuration.getTimeout();
    // Before there is a client, for it takes the time over.
    if (servers.isCluster()) {
      redis.getUris().forEach(address -> address.setTimeout(timeout));
      return RedisConnections.toCluster(cluster.get(), resources, timeout);
    }
    RedisURI address = redis.getUri().orElse(redis);
    address.setTimeout(timeout);
    return RedisConnections.to(client.get(), address, resources, timeout);
  }
}
