package dev.authmock.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times are shown to people. */
public final class Times {
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
          "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private Times() {}

  /** A time with its day, to the second. */
  public static String toTheSecond(Instant time) {
    return SECONDS.format(time);
  }
}
