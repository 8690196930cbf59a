package dev.authmock.it.support;

import dev.authmock.server.MockClock;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The clock of the service under test: it stands at the second at which the test began, until it is advanced. */
@Singleton
@Bean(typed = MutableClock.class)
public class MutableClock extends Clock {
  private final MockClock clock;

  MutableClock(MockClock clock) {
    this.clock = clock;
  }

  /** Stands still at the second that it really is. */
  public void reset() {
    clock.freeze();
    set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Lets time pass. */
  public void advance(Duration duration) {
    if (clock.advance(duration).isEmpty()) {
      throw new IllegalArgumentException("no step of this clock: " + duration);
    }
  }

  /** Goes to a time, be it past. */
  public void set(Instant time) {
    clock.set(time);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }
}
