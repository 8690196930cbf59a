package dev.authmock.grant;

import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.RedisReply;
import dev.authmock.redis.RedisScript;
import dev.authmock.redis.RedisTimes;
import dev.authmock.redis.RedisValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * An {@link ExpiringStore} that all nodes share; an entry is a hash: the milliseconds of its end as {@code x},
 * its value {@code v}.
 *
 * @param <T> what is behind an id
 */
public final class RedisExpiringStore<T extends FlowMember> implements ExpiringStore<T> {
  private static final Duration MEMORY = Duration.ofSeconds(SingleUseStore.MEMORY_SECONDS);

  /** ARGV: now, the memory of ends. */
  private static final RedisScript FIND = new RedisScript("""
      local entry = redis.call('HMGET', KEYS[1], 'x', 'v')
      local x, value = entry[1], entry[2]
      if not (x and value) then
        if redis.call('EXISTS', KEYS[1]) == 1 then
          return redis.error_reply('FOREIGN not of this server')
        end
        return {'UNKNOWN'}
      end
      local now = tonumber(ARGV[1])
      if now >= tonumber(x) + tonumber(ARGV[2]) then
        redis.call('DEL', KEYS[1])
        return {'UNKNOWN'}
      end
      return {now >= tonumber(x) and 'EXPIRED' or 'LIVE', value}
      """);

  private final Redis redis;
  private final RedisKeys keys;
  private final RedisKind kind;
  private final RedisValues<T> values;
  private final Clock clock;

  /** The entries of that kind. */
  RedisExpiringStore(
      Redis redis, RedisKeys keys, RedisKind kind, RedisValues<T> values, Clock clock) {
    this.redis = redis;
    this.keys = keys;
    this.kind = kind;
    this.values = values;
    this.clock = clock;
  }

  @Override
  public void put(String id, T value, Instant expiresAt) {
    redis.run(
        EntryScripts.PUT,
        keys.digested(kind, id),
        RedisTimes.untilFreed(expiresAt.plus(MEMORY), clock),
        "x",
        RedisTimes.of(expiresAt),
        "v",
        values.write(value));
  }

  @Override
  public Lookup<T> find(String id) {
    RedisReply reply = redis.run(
        FIND, keys.digested(kind, id), RedisTimes.now(clock), Long.toString(MEMORY.toMillis()));
    return reply.text(0).equals("UNKNOWN")
        ? new Lookup<>(null, false)
        : new Lookup<>(values.read(reply.text(1)), reply.text(0).equals("EXPIRED"));
  }

  @Override
  public void remove(String id) {
    redis.run(EntryScripts.REMOVE, keys.digested(kind, id));
  }
}
