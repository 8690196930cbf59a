package dev.authmock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.grant.SteppingClock;
import dev.authmock.server.MockClock.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MockClockTest {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Instant LATER = Instant.parse("2500-01-01T00:00:00.000000001Z");

  private final SteppingClock machine = new SteppingClock();
  private final Instant start = machine.instant();
  private final MockClock clock = new MockClock(machine);

  @Test
  void it_shows_the_real_time_until_it_is_set() {
    assertThat(clock.read()).isEqualTo(new Reading(start, false, true));
    machine.advance(STEP);
    assertThat(clock.instant()).isEqualTo(start.plus(STEP));
  }

  @Test
  void it_goes_on_from_where_it_was_put() {
    assertThat(clock.set(LATER)).isEqualTo(new Reading(LATER, false, false));
    machine.advance(STEP);
    assertThat(clock.instant()).isEqualTo(LATER.plus(STEP));
  }

  @Test
  void frozen_it_stands_where_it_is_and_where_it_is_put() {
    assertThat(clock.freeze()).isEqualTo(new Reading(start, true, false));
    machine.advance(STEP);
    assertThat(clock.freeze()).isEqualTo(new Reading(start, true, false));
    clock.set(LATER);
    machine.advance(STEP);
    assertThat(clock.read()).isEqualTo(new Reading(LATER, true, false));
  }

  @Test
  void resumed_it_goes_on_from_where_it_stood() {
    clock.freeze();
    machine.advance(STEP);
    assertThat(clock.resume()).isEqualTo(new Reading(start, false, false));
    machine.advance(STEP);
    assertThat(clock.instant()).isEqualTo(start.plus(STEP));
  }

  @Test
  void one_that_runs_stays_as_it_is_when_it_is_resumed() {
    assertThat(clock.resume().realTime()).isTrue();
    clock.set(LATER);
    machine.advance(STEP);
    assertThat(clock.resume()).isEqualTo(new Reading(LATER.plus(STEP), false, false));
  }

  @Test
  void advancing_lets_time_pass_whether_it_runs_or_not() {
    assertThat(clock.advance(STEP)).contains(new Reading(start.plus(STEP), false, false));
    machine.advance(STEP);
    assertThat(clock.instant()).isEqualTo(start.plus(STEP).plus(STEP));
    clock.freeze();
    machine.advance(STEP);
    assertThat(clock.advance(STEP).orElseThrow().now()).isEqualTo(start.plus(STEP.multipliedBy(3)));
  }

  @Test
  void a_reset_brings_the_real_time_back() {
    clock.set(LATER);
    clock.freeze();
    clock.reset();
    machine.advance(STEP);
    assertThat(clock.read()).isEqualTo(new Reading(start.plus(STEP), false, true));
  }

  @Test
  void a_step_is_above_zero_and_does_not_lead_past_the_last_second_of_9999() {
    List<Duration> refused = List.of(
        Duration.ZERO,
        Duration.ofNanos(-1),
        Duration.ofSeconds(Long.MIN_VALUE),
        Duration.between(start, MockClock.LATEST).plusNanos(1),
        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
    for (Duration step : refused) {
      assertThat(clock.advance(step)).isEmpty();
      assertThat(clock.read()).isEqualTo(new Reading(start, false, true));
    }
    assertThat(clock
            .advance(Duration.between(start, MockClock.LATEST))
            .orElseThrow()
            .now())
        .isEqualTo(MockClock.LATEST);
    assertThat(clock.advance(Duration.ofNanos(1))).isEmpty();
  }

  @Test
  void it_can_be_put_to_the_years_from_1970_to_9999() {
    for (Instant time : List.of(MockClock.EARLIEST, MockClock.LATEST)) {
      assertThat(clock.set(time).now()).isEqualTo(time);
    }
    List<Instant> refused = List.of(
        MockClock.EARLIEST.minusNanos(1), MockClock.LATEST.plusNanos(1), Instant.MIN, Instant.MAX);
    for (Instant time : refused) {
      assertThat(MockClock.canShow(time)).isFalse();
      assertThatThrownBy(() -> clock.set(time)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void one_that_runs_comes_to_stand_at_the_end_and_can_be_set_back() {
    clock.set(MockClock.LATEST);
    machine.advance(STEP);
    assertThat(clock.read()).isEqualTo(new Reading(MockClock.LATEST, false, false));
    assertThat(clock.millis()).isEqualTo(MockClock.LATEST.toEpochMilli());
    assertThat(clock.advance(STEP)).isEmpty();

    assertThat(clock.freeze().now()).isEqualTo(MockClock.LATEST);
    assertThat(clock.resume().now()).isEqualTo(MockClock.LATEST);
    clock.set(start);
    machine.advance(STEP);
    assertThat(clock.instant()).isEqualTo(start.plus(STEP));
  }

  @Test
  void a_machine_whose_clock_is_wrong_shows_the_nearest_time() {
    machine.set(Instant.parse("1969-12-31T00:00:00Z"));
    assertThat(clock.instant()).isEqualTo(MockClock.EARLIEST);
  }

  @Test
  void in_another_zone_it_is_the_same_clock() {
    Clock zoned = clock.withZone(ZoneId.of("Europe/Brussels"));
    clock.set(LATER);
    assertThat(zoned.instant()).isEqualTo(LATER);
  }

  @Test
  void no_step_of_many_at_once_is_lost() {
    clock.freeze();
    IntStream.range(0, 1000).parallel().forEach(i -> clock.advance(Duration.ofSeconds(1)));
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(1000));
  }
}
