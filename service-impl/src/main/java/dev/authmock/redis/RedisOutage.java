package dev.authmock.redis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers for a moment that Redis is away, so that a request which has waited for it once does not wait
 * again; and says in the log when it goes and comes back.
 */
final class RedisOutage {
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final String where;
  private final Logger log;
  private final LongSupplier nanos;
  private final AtomicReference<@Nullable State> state = new AtomicReference<>();

  /** When each reason for which something fails and other things work was told last. */
  private final Map<String, Long> told = new ConcurrentHashMap<>();

  /**
   * No outage yet.
   *
   * @param where the addresses, for the log
   */
  RedisOutage(String where) {
    this(where, LoggerFactory.getLogger(RedisOutage.class), System::nanoTime);
  }

  /** The same with a log and a clock of a test. */
  RedisOutage(String where, Logger log, LongSupplier nanos) {
    this.where = where;
    this.log = log;
    this.nanos = nanos;
  }

  /** Why commands fail at once now; null if they don't. */
  @Nullable
  RedisFailure now() {
    State known = state.get();
    return known != null && nanos.getAsLong() - known.since < MOMENT_NANOS ? known.failure : null;
  }

  /** Notes that a command failed. */
  void failed(RedisFailure failure) {
    if (!failure.isOutage()) {
      tell(failure.reason());
      return;
    }
    State before = state.getAndSet(new State(failure, nanos.getAsLong()));
    if (before == null || !before.failure.equals(failure)) {
      log.warn("Redis at {} can't be used: {}", where, failure.reason());
    }
  }

  /** Once a minute is enough for what may come with each request, between others that work. */
  private void tell(String reason) {
    long now = nanos.getAsLong();
    Long last = told.get(reason);
    boolean isNews = last == null
        ? told.putIfAbsent(reason, now) == null
        : now - last > SILENCE_NANOS && told.replace(reason, last, now);
    if (isNews) {
      log.warn("Redis at {} did not do what it was asked for: {}", where, reason);
    }
  }

  /** Notes that a command worked. */
  void worked() {
    if (state.get() != null && state.getAndSet(null) != null) {
      log.info("Redis at {} can be used again", where);
    }
  }

  /**
   * The latest failure of everything.
   *
   * @param since the nanoseconds of a clock that nobody steers
   */
  private record State(RedisFailure failure, long since) {}
}
