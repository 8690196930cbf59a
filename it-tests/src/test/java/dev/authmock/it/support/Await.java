package dev.authmock.it.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does in its own time. */
public final class Await {
  private static final long STEP = Duration.ofMillis(20).toNanos();

  private Await() {}

  /** Waits until the condition holds; an exception of it counts as "not yet". */
  public static Duration until(String what, Duration limit, Callable<Boolean> condition) {
    long start = System.nanoTime();
    Exception last = null;
    while (System.nanoTime() - start < limit.toNanos()) {
      try {
        if (condition.call()) {
          return Duration.ofNanos(System.nanoTime() - start);
        }
        last = null;
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(STEP);
    }
    throw new AssertionError("not within " + limit + ": " + what, last);
  }

  /** Lets that much time pass while others work. */
  public static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
