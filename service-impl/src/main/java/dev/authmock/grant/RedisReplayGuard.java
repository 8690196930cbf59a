package dev.authmock.grant;

import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.RedisScript;
import dev.authmock.redis.RedisTimes;
import java.time.Clock;
import java.time.Instant;

/** A {@link ReplayGuard} that all nodes share; a claim is the milliseconds of its end. */
public final class RedisReplayGuard implements ReplayGuard {
  /** ARGV: now, when the claim may be forgotten, when to free it. */
  private static final RedisScript CLAIM = new RedisScript("""
      local known = redis.call('GET', KEYS[1])
      if known and tonumber(known) > tonumber(ARGV[1]) then
        return {0}
      end
      redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      return {1}
      """);

  /** ARGV: now. */
  private static final RedisScript LOOK = new RedisScript("""
      local known = redis.call('GET', KEYS[1])
      return {known and tonumber(known) > tonumber(ARGV[1]) and 1 or 0}
      """);

  private final Redis redis;
  private final RedisKeys keys;
  private final RedisKind kind;
  private final Clock clock;

  /** The ids of that kind. */
  RedisReplayGuard(Redis redis, RedisKeys keys, RedisKind kind, Clock clock) {
    this.redis = redis;
    this.keys = keys;
    this.kind = kind;
    this.clock = clock;
  }

  @Override
  public boolean claim(String id, Instant until) {
    return redis
            .run(
                CLAIM,
                keys.digested(kind, id),
                RedisTimes.now(clock),
                RedisTimes.of(until),
                RedisTimes.untilFreed(until, clock))
            .number(0)
        == 1;
  }

  @Override
  public boolean isClaimed(String id) {
    return redis.run(LOOK, keys.digested(kind, id), RedisTimes.now(clock)).number(0) == 1;
  }
}
