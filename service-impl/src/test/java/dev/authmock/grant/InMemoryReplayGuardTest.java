package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryReplayGuardTest {
  private final SteppingClock clock = new SteppingClock();
  private final InMemoryReplayGuard guard = new InMemoryReplayGuard("ids", 2, clock);

  @Test
  void an_id_is_claimed_once() {
    assertThat(guard.claim("id", soon())).isTrue();
    assertThat(guard.claim("id", soon())).isFalse();
    assertThat(guard.claim("another", soon())).isTrue();
  }

  @Test
  void an_id_is_remembered_until_it_may_be_forgotten() {
    guard.claim("id", soon());
    clock.advance(Duration.ofSeconds(59));
    assertThat(guard.claim("id", soon())).isFalse();

    clock.advance(Duration.ofSeconds(2));
    assertThat(guard.claim("id", soon())).isTrue();
  }

  @Test
  void an_id_without_an_end_in_sight_is_remembered() {
    assertThat(guard.claim("id", Instant.MAX)).isTrue();
    clock.advance(Duration.ofDays(365));
    assertThat(guard.claim("id", Instant.MAX)).isFalse();
  }

  @Test
  void a_full_guard_refuses_rather_than_forgets() {
    guard.claim("one", soon());
    guard.claim("two", soon());

    assertThatThrownBy(() -> guard.claim("three", soon())).isInstanceOf(RefusedException.class);
    assertThat(guard.claim("one", soon())).isFalse();
  }

  private Instant soon() {
    return clock.instant().plusSeconds(60);
  }
}
