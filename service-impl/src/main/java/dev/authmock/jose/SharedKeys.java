package dev.authmock.jose;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.redis.InRedis;
import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that nodes on one Redis share: the first one generates it, and it stays, so that what one
 * node signs the others verify, after a restart too.
 */
@Singleton
@InRedis
class SharedKeys implements GeneratedKeys {
  private static final Logger LOG = LoggerFactory.getLogger(SharedKeys.class);

  private final Redis redis;
  private final String key;
  private final SecureRandom random;
  private final CryptoProvider crypto;
  private final AtomicBoolean toldOfUnusable = new AtomicBoolean();

  SharedKeys(Redis redis, RedisKeys keys, SecureRandom random, CryptoProvider crypto) {
    this.redis = redis;
    this.key = keys.plain(RedisKind.SIGNING_KEYS, "jwks");
    this.random = random;
    this.crypto = crypto;
  }

  /** Where Redis is away, they come when it is back: until then nothing can be signed. */
  @Override
  public SigningKeys get() {
    try {
      return inRedis();
    } catch (RefusedException e) {
      LOG.warn(
          "The signing keys will be read from Redis later: {}", e.difference().actual());
      return SigningKeys.late(this::later);
    }
  }

  /** What is found to be none stops a start; a server that runs goes on with what needs no key. */
  private SigningKeys later() {
    try {
      return inRedis();
    } catch (SigningKeysException e) {
      if (toldOfUnusable.compareAndSet(false, true)) {
        LOG.error("Nothing can be signed. {}", e.getMessage());
      }
      throw new RefusedException(
          RequestCheck.SERVER_STORE_AVAILABLE,
          new Difference("signing keys in Redis", "a value that is none"));
    }
  }

  private SigningKeys inRedis() {
    try {
      return SigningKeys.fromJwks(jwks(), crypto);
    } catch (SigningKeysException e) {
      throw unusable(e.getMessage());
    } catch (RefusedException e) {
      throw Redis.FOREIGN.equals(e.difference()) ? unusable(Redis.FOREIGN.actual()) : e;
    }
  }

  private SigningKeysException unusable(@Nullable String why) {
    return new SigningKeysException("In Redis, under " + key + ": " + why);
  }

  private String jwks() {
    String known = redis.get(key);
    while (known == null) {
      String generated = SigningKeys.generate(random).privateJwks();
      // Else another node was faster, and its key is the one.
      known = redis.setIfAbsent(key, generated) ? generated : redis.get(key);
    }
    return known;
  }
}
