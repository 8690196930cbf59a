package dev.authmock.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Times as scripts take them. Redis' own clock decides nothing: it frees what this server's clock has left
 * behind, and that late enough for a clock that was set back or stands still for a while.
 */
public final class RedisTimes {
  /** For how long Redis keeps what is past its time. */
  public static final Duration MARGIN = Duration.ofHours(1);

  /** What Lua still counts by ones, and Redis still adds to the time of day; in the year 140,000. */
  private static final long LATEST = 1L << 52;

  private RedisTimes() {}

  /** The time as scripts take it: milliseconds since 1970. */
  public static String of(Instant time) {
    return Long.toString(millis(time));
  }

  /** The time that it is now, as above. */
  public static String now(Clock clock) {
    return of(clock.instant());
  }

  /** What is too early or too late counts as the first or the last. */
  private static long millis(Instant time) {
    if (time.isBefore(Instant.EPOCH)) {
      return 0;
    }
    return time.isAfter(Instant.ofEpochMilli(LATEST)) ? LATEST : time.toEpochMilli();
  }

  /** After how many milliseconds Redis may free what this server forgets at that time. */
  public static String untilFreed(Instant forgetAt, Clock clock) {
    long left = Math.max(0, millis(forgetAt) - millis(clock.instant()));
    return Long.toString(left + MARGIN.toMillis());
  }
}
