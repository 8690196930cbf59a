package dev.authmock.control;

import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.server.MockClock;
import dev.authmock.server.MockClock.Reading;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sets the clock as a tester orders it. */
@Singleton
public class ClockService {
  private final MockClock clock;

  ClockService(MockClock clock) {
    this.clock = clock;
  }

  /** Puts the clock to an ISO 8601 instant. */
  public Reading set(String now, Evaluation evaluation) {
    evaluation.note("now", Difference.shorten(now));
    Optional<Instant> time = instant(now).filter(MockClock::canShow);
    evaluation.require(
        ControlCheck.CLOCK_TIME,
        time.isPresent(),
        () -> Difference.of(
            "an ISO 8601 instant from " + MockClock.EARLIEST + " to " + MockClock.LATEST, now));
    return clock.set(time.orElseThrow());
  }

  /** Lets an ISO 8601 duration pass. */
  public Reading advance(String by, Evaluation evaluation) {
    evaluation.note("by", Difference.shorten(by));
    Optional<Reading> after = duration(by).flatMap(clock::advance);
    evaluation.require(
        ControlCheck.CLOCK_STEP,
        after.isPresent(),
        () -> Difference.of(
            "an ISO 8601 duration of days, hours, minutes and seconds, such as PT5M, above zero, that does"
                + " not lead past "
                + MockClock.LATEST,
            by));
    return after.orElseThrow();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
