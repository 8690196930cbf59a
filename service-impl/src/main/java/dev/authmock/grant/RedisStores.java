package dev.authmock.grant;

import dev.authmock.redis.InRedis;
import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.RedisValues;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes stores that all nodes share. */
@Singleton
@InRedis
public final class RedisStores {
  private final Redis redis;
  private final RedisKeys keys;
  private final JsonMapper json;
  private final OpaqueTokens random;
  private final Clock clock;

  /** Stores on that Redis. */
  public RedisStores(
      Redis redis, RedisKeys keys, JsonMapper json, OpaqueTokens random, Clock clock) {
    this.redis = redis;
    this.keys = keys;
    this.json = json;
    this.random = random;
    this.clock = clock;
  }

  /** One of things that are taken back once. */
  public <T extends FlowMember> RedisSingleUseStore<T> singleUse(RedisKind kind, Class<T> type) {
    return new RedisSingleUseStore<>(
        redis, keys, kind, new RedisValues<>(json, type), random, clock);
  }

  /** One of things that may be looked at until their time is up. */
  public <T extends FlowMember> RedisExpiringStore<T> expiring(RedisKind kind, Class<T> type) {
    return new RedisExpiringStore<>(redis, keys, kind, new RedisValues<>(json, type), clock);
  }

  /** One of ids that others make. */
  RedisReplayGuard replays(RedisKind kind) {
    return new RedisReplayGuard(redis, keys, kind, clock);
  }

  /** The c_nonces. */
  RedisCredentialNonces nonces() {
    return new RedisCredentialNonces(redis, keys, random, clock);
  }
}
