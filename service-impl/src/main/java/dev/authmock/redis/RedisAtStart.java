package dev.authmock.redis;

import dev.authmock.check.RefusedException;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at Redis when the server has started, or as soon as Redis is there: so the log says what is wrong with
 * it before a request needs it, and warns of one that throws away what is not over yet.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/eviction/">Redis, key eviction</a>
 */
@Singleton
@InRedis
class RedisAtStart implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(RedisAtStart.class);
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final String HARMLESS = "noeviction";

  private final Redis redis;
  private volatile boolean closed;

  RedisAtStart(Redis redis) {
    this.redis = redis;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread thread = new Thread(this::look, "redis-at-start");
    thread.setDaemon(true);
    thread.start();
  }

  private void look() {
    while (!closed && !isThere()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    try {
      warnOfEviction(redis.evictionPolicy());
    } catch (RefusedException e) {
      LOG.debug("Redis does not say what it does when its memory is full");
    }
  }

  /** If it is not, the log has it already. */
  private boolean isThere() {
    try {
      redis.requireAnswer();
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  private static void warnOfEviction(String policy) {
    if (!policy.isEmpty() && !policy.equals(HARMLESS)) {
      LOG.warn(
          "Redis throws keys away when its memory is full, so codes and clients would be lost:"
              + " its maxmemory-policy is {}, and should be {}",
          policy,
          HARMLESS);
    }
  }

  @PreDestroy
  void close() {
    closed = true;
  }
}
