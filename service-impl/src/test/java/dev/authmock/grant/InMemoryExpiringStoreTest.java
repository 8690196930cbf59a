package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryExpiringStoreTest {
  private static final Duration LIFETIME = Duration.ofSeconds(300);
  private static final TokenId VALUE = new TokenId("flow", "value");

  private final SteppingClock clock = new SteppingClock();
  private final InMemoryExpiringStore<TokenId> store =
      new InMemoryExpiringStore<>("things", 2, clock);

  @Test
  void it_can_be_looked_at_as_often_as_need_be_until_its_time_is_up() {
    store.put("id", VALUE, end());
    assertThat(store.find("id").live()).contains(VALUE);
    clock.advance(LIFETIME.minusNanos(1));
    assertThat(store.find("id").live()).contains(VALUE);
    clock.advance(Duration.ofNanos(1));
    assertThat(store.find("id").live()).isEmpty();
  }

  @Test
  void what_is_past_its_time_is_told_from_what_never_was_for_ten_minutes() {
    store.put("id", VALUE, end());
    clock.advance(LIFETIME.plusSeconds(599));
    assertThat(store.find("id").isExpired()).isTrue();
    assertThat(store.find("id").flowId()).isEqualTo("flow");
    assertThat(store.find("another").isKnown()).isFalse();
    clock.advance(Duration.ofSeconds(2));
    assertThat(store.find("id").isKnown()).isFalse();
  }

  @Test
  void what_was_removed_is_gone() {
    store.put("id", VALUE, end());
    store.remove("id");
    assertThat(store.find("id").isKnown()).isFalse();
  }

  @Test
  void a_full_store_refuses_rather_than_forgets() {
    store.put("one", VALUE, end());
    store.put("two", VALUE, end());
    assertThatThrownBy(() -> store.put("three", VALUE, end())).isInstanceOf(RefusedException.class);
    assertThat(store.find("one").live()).contains(VALUE);
  }

  private Instant end() {
    return clock.instant().plus(LIFETIME);
  }
}
