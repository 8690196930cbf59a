package dev.authmock.it.support;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of the service under test: it stands at the second at which the test began, until it is advanced. */
@Singleton
@Replaces(Clock.class)
public class MutableClock extends Clock {
  private volatile Instant now = realNow();

  /** Goes back to the real time. */
  public void reset() {
    now = realNow();
  }

  /** Lets time pass. */
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  private static Instant realNow() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
