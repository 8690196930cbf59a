package dev.authmock.redis;

import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Deletes what the nodes of this server keep in Redis: the keys of their prefix, and no others. */
@Singleton
@InRedis
class RedisReset implements Resettable {
  private final Redis redis;
  private final RedisKeys keys;
  private final List<String> lasting;

  RedisReset(Redis redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
    this.lasting =
        Stream.of(RedisKind.values()).filter(RedisKind::isLasting).map(keys::of).toList();
  }

  @Override
  public void reset() {
    redis.scan(
        keys.namespace(),
        page -> redis.delete(page.stream().filter(this::isGoing).toList()));
  }

  private boolean isGoing(String key) {
    return lasting.stream().noneMatch(key::startsWith);
  }
}
