package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import org.junit.jupiter.api.Test;

class InMemoryReplayGuardTest extends ReplayGuardContract {

  @Override
  ReplayGuard guard() {
    return new InMemoryReplayGuard("ids", 2, clock);
  }

  @Test
  void a_full_guard_refuses_rather_than_forgets() {
    guard.claim("one", soon());
    guard.claim("two", soon());

    assertThatThrownBy(() -> guard.claim("three", soon())).isInstanceOf(RefusedException.class);
    assertThat(guard.claim("one", soon())).isFalse();
  }
}
