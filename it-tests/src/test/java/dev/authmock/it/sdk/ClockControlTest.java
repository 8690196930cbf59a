package dev.authmock.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.ClockControl;
import dev.authmock.sdk.control.model.ClockReading;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The clock, by the SDK. */
class ClockControlTest extends ServiceTest {
  private static final Instant NEW_YEAR = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void the_clock_is_steered() {
    ClockControl control = sdk.control().clock();
    assertThat(control.reset().getRealTime()).isTrue();

    assertThat(control.freeze().getFrozen()).isTrue();
    assertThat(control.set(NEW_YEAR).getNow()).isEqualTo(NEW_YEAR);
    assertThat(control.advance(Duration.ofMinutes(5)).getNow()).isEqualTo("2030-01-01T00:05:00Z");
    assertThat(control.read().getNow()).isEqualTo("2030-01-01T00:05:00Z");

    ClockReading running = control.resume();
    assertThat(running.getFrozen()).isFalse();
    assertThat(running.getRealTime()).isFalse();
    assertThat(running.getNow()).isAfterOrEqualTo("2030-01-01T00:05:00Z");
  }
}
