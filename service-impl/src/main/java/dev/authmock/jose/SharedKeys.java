package dev.authmock.jose;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.redis.InRedis;
import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
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
  private final AtomicBoolean areOthersInRedis = new AtomicBoolean();
  private volatile @Nullable String own;
  private volatile boolean closed;

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

  @Override
  public Optional<String> flaw() {
    return areOthersInRedis.get()
        ? Optional.of(
            "Redis holds other signing keys than those of this node, which has to be started again")
        : Optional.empty();
  }

  /**
   * Puts the keys back where Redis has lost its data, so that a node which starts afterwards finds them. One
   * that was faster has made others: then what this node signs is no good at the others any more.
   */
  @Scheduled(fixedDelay = "2s")
  void keepInRedis() {
    String mine = own;
    if (mine == null || closed) {
      return;
    }
    try {
      String there = redis.get(key);
      if (there == null && redis.setIfAbsent(key, mine)) {
        LOG.warn("Redis had lost the signing keys; this node has put its own back");
      } else if (there != null) {
        compare(mine, there);
      }
    } catch (RefusedException e) {
      // It is in the log why Redis does not answer.
    }
  }

  private void compare(String mine, String there) {
    boolean areOthers = !mine.equals(there);
    if (areOthersInRedis.getAndSet(areOthers) != areOthers && areOthers) {
      LOG.error(
          "Redis holds other signing keys than those of this node, as it does where its data were lost:"
              + " the other nodes refuse what this one signs. It has to be started again");
    }
  }

  @PreDestroy
  void close() {
    closed = true;
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
      String jwks = jwks();
      SigningKeys read = SigningKeys.fromJwks(jwks, crypto);
      own = jwks;
      return read;
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
