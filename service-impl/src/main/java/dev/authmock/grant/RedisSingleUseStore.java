package dev.authmock.grant;

import dev.authmock.grant.Redemption.Outcome;
import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.RedisReply;
import dev.authmock.redis.RedisScript;
import dev.authmock.redis.RedisTimes;
import dev.authmock.redis.RedisValues;
import dev.authmock.server.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SingleUseStore} that all nodes share.
 *
 * <p>An entry is a hash: the milliseconds of its end as {@code x}, its flow {@code f}, its value {@code v}; the
 * digest of its secret {@code s} and the tries left {@code t}; once it has ended, how: {@code e}. One that
 * was redeemed keeps all that, its former end as {@code o} and the id of the attempt that took it as
 * {@code a}: an attempt of which this node did not hear whether it took the entry gives it back as soon as
 * may be. It got nothing and gets nothing any more, also if it comes after its own undoing, which is noted
 * as {@code c} with its id.
 *
 * @param <T> what is behind an id
 */
public final class RedisSingleUseStore<T extends FlowMember> implements SingleUseStore<T> {
  private static final Duration MEMORY = Duration.ofSeconds(MEMORY_SECONDS);

  /** ARGV: what to do, now, the memory of ends, the digest of the secret, when to free an end, who. */
  private static final RedisScript ATTEMPT = new RedisScript("""
      local entry = redis.call('HMGET', KEYS[1], 'x', 'f', 'v', 's', 't', 'e', 'c' .. ARGV[6])
      local x, flow, value, secret, tries, how, undone = unpack(entry, 1, 7)
      if not (x and flow) then
        if redis.call('EXISTS', KEYS[1]) == 1 then
          return redis.error_reply('FOREIGN not of this server')
        end
        return {'UNKNOWN'}
      end
      local now = tonumber(ARGV[2])
      if now >= tonumber(x) + tonumber(ARGV[3]) then
        redis.call('DEL', KEYS[1])
        return {'UNKNOWN'}
      end
      if how then
        return {how, flow}
      end
      if now >= tonumber(x) then
        return {'EXPIRED', flow, x}
      end
      if ARGV[1] == 'peek' then
        return {'REDEEMED', flow, value}
      end
      if not secret or secret == ARGV[4] then
        if ARGV[1] == 'redeem' then
          if undone then
            return {'ALREADY_USED', flow}
          end
          -- The first write is one that Redis does where its memory is full, too.
          redis.call('PEXPIRE', KEYS[1], ARGV[5])
          redis.call('HSET', KEYS[1], 'x', ARGV[2], 'o', x, 'e', 'ALREADY_USED', 'a', ARGV[6])
        end
        return {'REDEEMED', flow, value}
      end
      local left = math.max(0, tonumber(tries) - 1)
      if ARGV[1] == 'redeem' then
        -- As above: a wrong secret costs a try with full memory, too.
        redis.call('PEXPIRE', KEYS[1], redis.call('PTTL', KEYS[1]))
        if left > 0 then
          redis.call('HSET', KEYS[1], 't', left)
        else
          redis.call('DEL', KEYS[1])
          redis.call('HSET', KEYS[1], 'x', ARGV[2], 'f', flow, 'e', 'WITHDRAWN')
          redis.call('PEXPIRE', KEYS[1], ARGV[5])
        end
      end
      return {'WRONG_SECRET', flow, left}
      """);

  /** ARGV as above. What another attempt took stays taken. */
  private static final RedisScript UNDO = new RedisScript("""
      local entry = redis.call('HMGET', KEYS[1], 'x', 'f', 'e', 'a', 'o')
      local x, flow, how, who, former = unpack(entry, 1, 5)
      if not (x and flow) then
        return {}
      end
      -- The first write is one that Redis does where its memory is full, too.
      redis.call('PEXPIRE', KEYS[1], redis.call('PTTL', KEYS[1]))
      redis.call('HSET', KEYS[1], 'c' .. ARGV[6], '')
      if how and who == ARGV[6] then
        redis.call('HSET', KEYS[1], 'x', former)
        redis.call('HDEL', KEYS[1], 'e', 'a', 'o')
        local left = math.max(0, tonumber(former) - tonumber(ARGV[2]))
        redis.call('PEXPIRE', KEYS[1], string.format('%.0f', left + tonumber(ARGV[5])))
      end
      return {}
      """);

  private final Redis redis;
  private final RedisKeys keys;
  private final RedisKind kind;
  private final RedisValues<T> values;
  private final OpaqueTokens random;
  private final Clock clock;

  /** The entries of that kind. */
  RedisSingleUseStore(
      Redis redis,
      RedisKeys keys,
      RedisKind kind,
      RedisValues<T> values,
      OpaqueTokens random,
      Clock clock) {
    this.redis = redis;
    this.keys = keys;
    this.kind = kind;
    this.values = values;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public void put(String id, T value, Instant expiresAt) {
    redis.run(EntryScripts.PUT, key(id), fields(value, expiresAt).toArray(String[]::new));
  }

  @Override
  public void put(String id, T value, Instant expiresAt, String secret, int tries) {
    Stream<String> fields = Stream.concat(
        fields(value, expiresAt), Stream.of("s", digest(id, secret), "t", Integer.toString(tries)));
    redis.run(EntryScripts.PUT, key(id), fields.toArray(String[]::new));
  }

  private Stream<String> fields(T value, Instant expiresAt) {
    return Stream.of(
        RedisTimes.untilFreed(expiresAt.plus(MEMORY), clock),
        "x",
        RedisTimes.of(expiresAt),
        "f",
        value.flowId(),
        "v",
        values.write(value));
  }

  @Override
  public Optional<T> peek(String id) {
    return Optional.ofNullable(look("peek", id, null).value());
  }

  @Override
  public Redemption<T> foresee(String id) {
    return look("foresee", id, null);
  }

  @Override
  public Redemption<T> foresee(String id, String secret) {
    return look("foresee", id, secret);
  }

  private Redemption<T> look(String how, String id, @Nullable String secret) {
    return verdict(redis.run(ATTEMPT, key(id), arguments(how, id, secret, "")));
  }

  @Override
  public Redemption<T> redeem(String id) {
    return redeem(id, null, random.next());
  }

  @Override
  public Redemption<T> redeem(String id, String secret) {
    return redeem(id, secret, random.next());
  }

  /** The attempt of this id, of which there is one in the world. */
  Redemption<T> redeem(String id, @Nullable String secret, String attempt) {
    return verdict(redis.run(ATTEMPT, UNDO, key(id), arguments("redeem", id, secret, attempt)));
  }

  /** Takes back what this attempt did, or will do. */
  void undo(String id, String attempt) {
    redis.run(UNDO, key(id), arguments("undo", id, null, attempt));
  }

  private String[] arguments(String what, String id, @Nullable String secret, String attempt) {
    return new String[] {
      what,
      RedisTimes.now(clock),
      Long.toString(MEMORY.toMillis()),
      secret == null ? "" : digest(id, secret),
      Long.toString(MEMORY.plus(RedisTimes.MARGIN).toMillis()),
      attempt
    };
  }

  private Redemption<T> verdict(RedisReply reply) {
    Outcome outcome = Outcome.valueOf(reply.text(0));
    return switch (outcome) {
      case UNKNOWN -> Redemption.unknown();
      case REDEEMED -> new Redemption<>(outcome, values.read(reply.text(2)), 0, reply.text(1));
      case WRONG_SECRET ->
        new Redemption<>(outcome, null, Math.toIntExact(reply.number(2)), reply.text(1));
      case EXPIRED ->
        Redemption.expired(reply.text(1), Instant.ofEpochMilli(Long.parseLong(reply.text(2))));
      default -> Redemption.of(outcome, reply.text(1));
    };
  }

  private String key(String id) {
    return keys.digested(kind, id);
  }

  /** With the id, which is not in Redis: a PIN alone could be guessed from its digest. */
  private static String digest(String id, String secret) {
    return Sha256.base64Url(id + '\n' + secret);
  }
}
