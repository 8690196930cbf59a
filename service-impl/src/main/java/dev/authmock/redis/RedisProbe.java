package dev.authmock.redis;

import dev.authmock.check.RefusedException;
import dev.authmock.server.ServerUrls;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries whether Redis does what requests need of it: one that answers may still be full, or a replica that takes
 * nothing. What it writes is the address by which clients know this node, which has to be that of all.
 */
@Singleton
@InRedis
public class RedisProbe implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(RedisProbe.class);

  /** Takes the address of a node; gives the one that was there, of this minute. */
  private static final RedisScript WRITE = new RedisScript("""
      local before = redis.call('GET', KEYS[1])
      redis.call('SET', KEYS[1], ARGV[1], 'PX', 60000)
      return {before or ''}
      """);

  private final Redis redis;
  private final String key;
  private final ServerUrls urls;
  private final AtomicBoolean failed = new AtomicBoolean();
  private final AtomicBoolean toldOfOther = new AtomicBoolean();

  /** Between its start and its end; before that it does not know its port. */
  private volatile boolean serves;

  RedisProbe(Redis redis, RedisKeys keys, ServerUrls urls) {
    this.redis = redis;
    this.key = keys.plain(RedisKind.PROBE, "base-url");
    this.urls = urls;
  }

  /**
   * Makes sure that Redis takes what is written; only once this server has started.
   *
   * @throws dev.authmock.check.RefusedException if it does not
   */
  public void requireWrites() {
    String own = urls.base();
    String other;
    try {
      other = redis.run(WRITE, key, own).text(0);
    } catch (RefusedException e) {
      failed.set(true);
      throw e;
    }
    if (failed.getAndSet(false)) {
      LOG.info("Redis does again what it is asked for");
    }
    compare(own, other);
  }

  private void compare(String own, String other) {
    if (!other.isEmpty() && !other.equals(own) && toldOfOther.compareAndSet(false, true)) {
      LOG.warn(
          "With this authmock.redis.key-prefix there is, or was a minute ago, a node whose"
              + " authmock.base-url is {}; that of this one is {}. What one of them issues the other"
              + " refuses",
          other,
          own);
    }
  }

  /** So that the log says when it fails and when it works, also where nobody asks. */
  @Scheduled(fixedDelay = "2s")
  void look() {
    if (serves) {
      try {
        requireWrites();
      } catch (RefusedException e) {
        // It is in the log.
      }
    }
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    serves = true;
  }

  @PreDestroy
  void close() {
    serves = false;
  }
}
