package dev.authmock.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock by which everything here decides: that of the machine, until a tester puts it elsewhere or
 * stops it.
 */
public final class MockClock extends Clock implements Resettable {
  /** The earliest time that it shows. */
  public static final Instant EARLIEST = Instant.EPOCH;

  /** The latest time that it shows; a clock that runs comes to stand there. */
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final Setting REAL_TIME = new Setting(Duration.ZERO, null);

  private final Clock machine;
  private volatile Setting setting = REAL_TIME;

  /** A clock that shows the time of the machine's. */
  public MockClock(Clock machine) {
    this.machine = machine;
  }

  /** Whether the clock can be put to that time. */
  public static boolean canShow(Instant time) {
    return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
  }

  /** What it shows, and whether it runs. */
  public Reading read() {
    return setting.reading(machine.instant());
  }

  /**
   * Puts it to a time, from where it goes on, or where it stands if it is frozen.
   *
   * @throws IllegalArgumentException if it can't show that time
   */
  public synchronized Reading set(Instant time) {
    if (!canShow(time)) {
      throw new IllegalArgumentException("the clock can't show " + time);
    }
    Instant real = machine.instant();
    return change(setting.at(time, real), real);
  }

  /** Lets time pass; empty, and nothing changed, where the step is none or leads past the end. */
  public synchronized Optional<Reading> advance(Duration by) {
    Instant real = machine.instant();
    Instant now = setting.show(real);
    boolean fits =
        by.compareTo(Duration.ZERO) > 0 && by.compareTo(Duration.between(now, LATEST)) <= 0;
    return fits ? Optional.of(change(setting.at(now.plus(by), real), real)) : Optional.empty();
  }

  /** Makes it stand still at the time that it shows. */
  public synchronized Reading freeze() {
    Instant real = machine.instant();
    return change(Setting.frozen(setting.show(real)), real);
  }

  /** Makes it go on from the time at which it stands. */
  public synchronized Reading resume() {
    Instant real = machine.instant();
    return change(setting.isFrozen() ? Setting.running(setting.show(real), real) : setting, real);
  }

  /** Makes it show the time of the machine again, and run. */
  public synchronized Reading useRealTime() {
    return change(REAL_TIME, machine.instant());
  }

  private Reading change(Setting next, Instant real) {
    setting = next;
    return next.reading(real);
  }

  @Override
  public void reset() {
    useRealTime();
  }

  @Override
  public Instant instant() {
    return setting.show(machine.instant());
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  /** The same clock, set together with this one, in another zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new InZone(this, zone);
  }

  /**
   * What a clock shows.
   *
   * @param now the time
   * @param frozen whether it stands still
   * @param realTime whether it shows the time of the machine, and runs
   */
  public record Reading(Instant now, boolean frozen, boolean realTime) {}

  /**
   * How it is set.
   *
   * @param ahead by how much it is ahead of the machine's, while it runs
   * @param frozenAt where it stands, if it does
   */
  private record Setting(Duration ahead, @Nullable Instant frozenAt) {

    static Setting frozen(Instant now) {
      return new Setting(Duration.ZERO, now);
    }

    static Setting running(Instant now, Instant real) {
      return new Setting(Duration.between(real, now), null);
    }

    boolean isFrozen() {
      return frozenAt != null;
    }

    Setting at(Instant now, Instant real) {
      return isFrozen() ? frozen(now) : running(now, real);
    }

    Instant show(Instant real) {
      if (frozenAt != null) {
        return frozenAt;
      }
      // Mostly it shows the real time, and is asked a dozen times a request.
      Instant running = ahead.isZero() ? real : real.plus(ahead);
      return canShow(running) ? running : running.isAfter(LATEST) ? LATEST : EARLIEST;
    }

    Reading reading(Instant real) {
      return new Reading(show(real), isFrozen(), equals(REAL_TIME));
    }
  }

  /** This clock in another zone. */
  private static final class InZone extends Clock {
    private final Clock clock;
    private final ZoneId zone;

    private InZone(Clock clock, ZoneId zone) {
      this.clock = clock;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new InZone(clock, other);
    }
  }
}
