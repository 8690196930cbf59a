package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ReplayGuard} keeps to. */
abstract class ReplayGuardContract {
  final SteppingClock clock = new SteppingClock();
  ReplayGuard guard;

  @BeforeEach
  void open() {
    guard = guard();
  }

  /** An empty one, by that clock. */
  abstract ReplayGuard guard();

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
  void to_look_claims_nothing() {
    assertThat(guard.isClaimed("id")).isFalse();
    assertThat(guard.claim("id", soon())).isTrue();
    assertThat(guard.isClaimed("id")).isTrue();
    clock.advance(Duration.ofSeconds(60));
    assertThat(guard.isClaimed("id")).isFalse();
  }

  @Test
  void a_claim_holds_when_the_clock_is_set_back_or_stands_still() {
    guard.claim("id", soon());
    assertThat(guard.claim("id", soon())).isFalse();
    clock.set(Instant.EPOCH);

    assertThat(guard.claim("id", soon())).isFalse();
  }

  @Test
  void of_many_claims_at_once_one_holds() throws Exception {
    assertThat(SingleUseStoreContract.inParallel(() -> guard.claim("id", soon())))
        .containsOnlyOnce(true);
  }

  Instant soon() {
    return clock.instant().plusSeconds(60);
  }
}
