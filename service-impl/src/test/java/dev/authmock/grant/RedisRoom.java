package dev.authmock.grant;

import dev.authmock.redis.RedisConfiguration;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.TestRedis;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** A prefix of a test's own on the shared Redis, and the stores there. */
final class RedisRoom {
  private final RedisConfiguration configuration = TestRedis.ofItsOwn();
  final RedisKeys keys = TestRedis.keysOf(configuration);

  private final OpaqueTokens random = new OpaqueTokens(new SecureRandom());

  RedisStores stores(Clock clock) {
    return stores(clock, random);
  }

  RedisStores stores(Clock clock, OpaqueTokens random) {
    return new RedisStores(TestRedis.connected(), keys, TestRedis.json(), random, clock);
  }

  List<String> names() {
    return TestRedis.keys(configuration.getKeyPrefix() + ":");
  }

  String prefix() {
    return configuration.getKeyPrefix();
  }
}
