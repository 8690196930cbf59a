package dev.authmock.redis;

import dev.authmock.check.RefusedException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries whether Redis does what requests need of it: one that answers may still be full, or a replica that takes
 * nothing.
 */
@Singleton
@InRedis
public class RedisProbe {
  private static final Logger LOG = LoggerFactory.getLogger(RedisProbe.class);

  private static final RedisScript WRITE = new RedisScript("""
      redis.call('SET', KEYS[1], '', 'PX', 60000)
      return {'WRITTEN'}
      """);

  private final Redis redis;
  private final String key;
  private final AtomicBoolean failed = new AtomicBoolean();
  private volatile boolean closed;

  RedisProbe(Redis redis, RedisKeys keys) {
    this.redis = redis;
    this.key = keys.plain(RedisKind.PROBE, "write");
  }

  /**
   * Makes sure that Redis takes what is written.
   *
   * @throws dev.authmock.check.RefusedException if it does not
   */
  public void requireWrites() {
    try {
      redis.run(WRITE, key);
    } catch (RefusedException e) {
      failed.set(true);
      throw e;
    }
    if (failed.getAndSet(false)) {
      LOG.info("Redis does again what it is asked for");
    }
  }

  /** So that the log says when it fails and when it works, also where nobody asks. */
  @Scheduled(fixedDelay = "2s")
  void look() {
    if (!closed) {
      try {
        requireWrites();
      } catch (RefusedException e) {
        // It is in the log.
      }
    }
  }

  @PreDestroy
  void close() {
    closed = true;
  }
}
