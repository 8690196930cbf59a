package dev.authmock.jose;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** How often was signed, and how long that took; safe for use by many threads. */
public final class SigningTimes {
  private final LongAdder count = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Long::max, 0);

  void add(long took) {
    count.increment();
    nanos.add(took);
    longest.accumulate(took);
  }

  /** How many signatures were made. */
  public long count() {
    return count.sum();
  }

  /** How many nanoseconds they took together. */
  public long nanos() {
    return nanos.sum();
  }

  /** How many nanoseconds the slowest of them took. */
  public long longestNanos() {
    return longest.get();
  }
}
