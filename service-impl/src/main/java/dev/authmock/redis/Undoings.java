package dev.authmock.redis;

import dev.authmock.check.RefusedException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what Redis may have done for requests that were told that it had not: each undoing is
 * tried until Redis answers, for as long as this process lives and there is something left to take back.
 */
final class Undoings {
  private static final Logger LOG = LoggerFactory.getLogger(Undoings.class);
  private static final int MAX = 10_000;
  private static final long PAUSE_MILLIS = 200;
  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long CLOSE_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long GIVE_UP_NANOS = TimeUnit.HOURS.toNanos(1);

  private final Redis redis;
  private final LinkedBlockingDeque<Undoing> waiting = new LinkedBlockingDeque<>(MAX);
  private @Nullable ScheduledThreadPoolExecutor worker;

  Undoings(Redis redis) {
    this.redis = redis;
  }

  /** Has a script run on a key as soon as may be; the oldest gives way where there are too many. */
  synchronized void add(RedisScript script, String key, String... arguments) {
    Undoing undoing = new Undoing(script, key, arguments, System.nanoTime());
    while (!waiting.offer(undoing)) {
      waiting.poll();
      LOG.warn(
          "Redis is away for too long: what requests left behind that ended in a 503, such as a used code, may stay");
    }
    if (worker == null) {
      worker = new ScheduledThreadPoolExecutor(1, Undoings::daemon);
      var unused =
          worker.scheduleWithFixedDelay(this::work, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "redis-undo");
    thread.setDaemon(true);
    return thread;
  }

  private void work() {
    for (Undoing next = waiting.poll(); next != null; next = waiting.poll()) {
      try {
        redis.run(next.script, next.key, next.arguments);
      } catch (RefusedException e) {
        // To the end: one that can't work, for its key is another program's, holds none up.
        if (System.nanoTime() - next.since < GIVE_UP_NANOS) {
          waiting.offer(next);
        }
        return;
      }
    }
  }

  /** Tries what is left for two seconds more, at the most. */
  void close() {
    long end = System.nanoTime() + CLOSE_NANOS;
    ScheduledThreadPoolExecutor running;
    synchronized (this) {
      running = worker;
    }
    if (running != null) {
      running.shutdownNow();
      try {
        // What it was at, it puts back.
        running.awaitTermination(CLOSE_NANOS, TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    long left = end - System.nanoTime();
    for (Undoing next = waiting.poll(); next != null && left > 0; next = waiting.poll()) {
      try {
        redis.runAtLast(left, next.script, next.key, next.arguments);
      } catch (RefusedException e) {
        if (!Redis.FOREIGN.equals(e.difference())) {
          waiting.offer(next);
          LockSupport.parkNanos(CLOSE_PAUSE_NANOS);
        }
      }
      left = end - System.nanoTime();
    }
  }

  /**
   * What is to be done.
   *
   * @param since when, by a clock that nobody steers
   */
  private record Undoing(RedisScript script, String key, String[] arguments, long since) {}
}
