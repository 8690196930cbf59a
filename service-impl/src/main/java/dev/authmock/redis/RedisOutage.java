package dev.authmock.redis;

import dev.authmock.redis.RedisFailure.Extent;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers for a moment that Redis is away, so that a request which has waited for it once does not wait
 * again; and says in the log when it goes and comes back.
 */
final class RedisOutage {
  private static final Logger LOG = LoggerFactory.getLogger(RedisOutage.class);
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final AtomicReference<@Nullable State> state = new AtomicReference<>();

  /** What was said last of those that are of no consequence for others. */
  private final AtomicReference<@Nullable State> told = new AtomicReference<>();

  /** Why commands fail at once now; null if they don't. */
  @Nullable
  RedisFailure now() {
    State known = state.get();
    return known != null
            && known.failure.isOutage()
            && System.nanoTime() - known.since < MOMENT_NANOS
        ? known.failure
        : null;
  }

  /** Notes that a command failed. */
  void failed(RedisFailure failure) {
    if (failure.extent() == Extent.ONE) {
      tell(new State(failure, System.nanoTime()));
      return;
    }
    State before = state.getAndSet(new State(failure, System.nanoTime()));
    if (before == null || !before.failure.equals(failure)) {
      LOG.warn("Redis can't be used: {}", failure.reason());
    }
  }

  /** Once a minute is enough for what may come with each request. */
  private void tell(State failed) {
    State before = told.get();
    boolean isNews = before == null
        || !before.failure.reason().equals(failed.failure.reason())
        || failed.since - before.since > SILENCE_NANOS;
    if (isNews && told.compareAndSet(before, failed)) {
      LOG.warn("Redis did not do what a request needed: {}", failed.failure.reason());
    }
  }

  /** Notes that a command worked. */
  void worked() {
    if (state.get() != null && state.getAndSet(null) != null) {
      LOG.info("Redis can be used again");
    }
  }

  /**
   * The latest failure.
   *
   * @param since the nanoseconds of a clock that nobody steers
   */
  private record State(RedisFailure failure, long since) {}
}
