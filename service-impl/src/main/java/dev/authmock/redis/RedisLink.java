package dev.authmock.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;

/**
 * A connection to one Redis, or to a Redis Cluster: the commands are the same.
 *
 * @param connection to close it
 * @param commands what can be asked of it
 */
record RedisLink(
    StatefulConnection<String, String> connection,
    RedisClusterAsyncCommands<String, String> commands) {

  static RedisLink to(StatefulRedisConnection<String, String> connection) {
    return new RedisLink(connection, connection.async());
  }

  static RedisLink to(StatefulRedisClusterConnection<String, String> connection) {
    return new RedisLink(connection, connection.async());
  }

  boolean isOpen() {
    return connection.isOpen();
  }

  void close() {
    connection.closeAsync().exceptionally(failed -> null);
  }
}
