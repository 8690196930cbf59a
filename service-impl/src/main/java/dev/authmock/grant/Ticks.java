package dev.authmock.grant;

import java.time.Instant;

/**
 * The unit in which the in-memory expiry counts time: 32,000 to the millisecond, since 1970.
 *
 * <p>The cache counts in a long, and calls them nanoseconds: those would overflow in the year 2262, and a
 * tester's clock goes to 9999. Much coarser ticks would not do either, for it looks for what is past its
 * time once in 2^30 of them: every 34 seconds.
 */
final class Ticks {
  private static final long PER_MILLISECOND = 32_000;
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE / PER_MILLISECOND);

  private Ticks() {}

  /** The ticks up to that time; one that is too early or too late counts as the first or last. */
  static long of(Instant time) {
    if (time.isBefore(Instant.EPOCH)) {
      return 0;
    }
    return (time.isAfter(LAST) ? LAST : time).toEpochMilli() * PER_MILLISECOND;
  }
}
