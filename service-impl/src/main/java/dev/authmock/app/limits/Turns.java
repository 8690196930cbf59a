package dev.authmock.app.limits;

import java.time.Duration;

/** Who has rested is read again one after the other: all of them at once would be in the way as before. */
final class Turns {
  private static final long APART = Duration.ofMillis(20).toNanos();
  private static final long LATEST = Duration.ofSeconds(1).toNanos();

  private long last;

  /** The first turn from then on, or one that others have too where it would take too long. */
  synchronized long next(long earliest) {
    // These are times of a clock that may run over.
    long after = last + APART - earliest;
    last = earliest + Math.min(Math.max(after, 0), LATEST);
    return last;
  }
}
