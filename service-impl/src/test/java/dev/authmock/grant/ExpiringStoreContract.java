package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ExpiringStore} keeps to. */
abstract class ExpiringStoreContract {
  static final Duration LIFETIME = Duration.ofSeconds(300);
  static final TokenId VALUE = new TokenId("flow", "value");

  final SteppingClock clock = new SteppingClock();
  ExpiringStore<TokenId> store;

  @BeforeEach
  void open() {
    store = store();
  }

  /** An empty one, by that clock. */
  abstract ExpiringStore<TokenId> store();

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
  void it_is_good_again_when_the_clock_is_set_back_before_its_end() {
    Instant start = clock.instant();
    store.put("id", VALUE, end());
    clock.advance(LIFETIME);
    assertThat(store.find("id").isExpired()).isTrue();

    clock.set(start);
    assertThat(store.find("id").live()).contains(VALUE);
  }

  @Test
  void what_was_said_to_be_forgotten_stays_so_when_the_clock_is_set_back() {
    Instant start = clock.instant();
    store.put("id", VALUE, end());
    clock.advance(LIFETIME.plusSeconds(600));
    assertThat(store.find("id").isKnown()).isFalse();

    clock.set(start);
    assertThat(store.find("id").isKnown()).isFalse();
  }

  @Test
  void what_is_put_again_takes_the_place_of_what_was() {
    store.put("id", VALUE, end());
    store.put("id", new TokenId("flow", "another"), end());

    assertThat(store.find("id").live()).contains(new TokenId("flow", "another"));
  }

  Instant end() {
    return clock.instant().plus(LIFETIME);
  }
}
