package dev.authmock.grant;

import static dev.authmock.redis.TestRedis.look;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.grant.Redemption.Outcome;
import dev.authmock.redis.RedisKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An attempt whose end its node never heard of is taken back, and no other. */
class RedisUndoTest {
  private static final TokenId VALUE = new TokenId("flow", "value");

  private final SteppingClock clock = new SteppingClock();
  private final RedisRoom room = new RedisRoom();
  private final RedisSingleUseStore<TokenId> store =
      room.stores(clock).singleUse(RedisKind.AUTHORIZATION_CODE, TokenId.class);

  @Test
  void what_an_attempt_took_is_as_it_was_before() {
    store.put("id", VALUE, end(), "1234", 5);
    store.redeem("id", "0000");
    Map<String, String> before = entry();
    assertThat(store.redeem("id", "1234", "lost").is(Outcome.REDEEMED)).isTrue();

    store.undo("id", "lost");

    assertThat(entry()).containsAllEntriesOf(before).doesNotContainKeys("e", "a", "o");
    assertThat(look().pttl(key()))
        .isBetween(Duration.ofMinutes(74).toMillis(), Duration.ofMinutes(75).toMillis());
    assertThat(store.redeem("id", "0000").triesLeft()).isEqualTo(3);
    assertThat(store.redeem("id", "1234").required()).isEqualTo(VALUE);
    assertThat(store.redeem("id", "1234").is(Outcome.ALREADY_USED)).isTrue();
  }

  @Test
  void an_attempt_that_comes_after_its_undoing_takes_nothing() {
    store.put("id", VALUE, end());

    store.undo("id", "late");

    assertThat(store.redeem("id", null, "late").is(Outcome.REDEEMED)).isFalse();
    assertThat(store.redeem("id").required()).isEqualTo(VALUE);
  }

  @Test
  void an_attempt_that_was_undone_takes_nothing_any_more() {
    store.put("id", VALUE, end());
    store.redeem("id", null, "lost");
    store.undo("id", "lost");

    assertThat(store.redeem("id", null, "lost").is(Outcome.REDEEMED)).isFalse();
    assertThat(store.redeem("id").is(Outcome.REDEEMED)).isTrue();
  }

  @Test
  void what_another_attempt_took_stays_taken() {
    store.put("id", VALUE, end());
    store.redeem("id", null, "lost");
    store.undo("id", "lost");
    store.redeem("id", null, "heard");

    store.undo("id", "lost");

    assertThat(store.redeem("id").is(Outcome.ALREADY_USED)).isTrue();
  }

  @Test
  void what_is_past_its_lifetime_is_expired_after_the_undoing() {
    store.put("id", VALUE, end());
    store.redeem("id", null, "lost");
    clock.advance(Duration.ofSeconds(301));

    store.undo("id", "lost");

    assertThat(store.redeem("id").is(Outcome.EXPIRED)).isTrue();
  }

  @Test
  void an_attempt_that_comes_late_takes_nothing_though_another_one_was_undone_meanwhile() {
    store.put("id", VALUE, end());
    store.redeem("id", null, "other");

    store.undo("id", "late");
    store.undo("id", "other");

    assertThat(store.redeem("id", null, "late").is(Outcome.REDEEMED)).isFalse();
    assertThat(store.redeem("id").is(Outcome.REDEEMED)).isTrue();
  }

  @Test
  void with_full_memory_a_wrong_secret_costs_a_try_and_what_is_undone_comes_back() {
    store.put("id", VALUE, end(), "1234", 5);
    look().configSet("maxmemory", "1");
    try {
      assertThat(store.redeem("id", "0000").triesLeft()).isEqualTo(4);
      store.redeem("id", "1234", "lost");
      store.undo("id", "lost");
      assertThat(store.redeem("id", "0000").triesLeft()).isEqualTo(3);
      assertThat(store.redeem("id", "1234").is(Outcome.REDEEMED)).isTrue();
    } finally {
      look().configSet("maxmemory", "0");
    }
  }

  @Test
  void what_was_withdrawn_stays_so() {
    store.put("id", VALUE, end(), "1234", 1);
    store.redeem("id", "0000", "lost");

    store.undo("id", "lost");

    assertThat(store.redeem("id", "1234").is(Outcome.WITHDRAWN)).isTrue();
  }

  @Test
  void nothing_is_made_where_nothing_is() {
    store.undo("id", "lost");

    assertThat(room.names()).isEmpty();
  }

  private Instant end() {
    return clock.instant().plusSeconds(300);
  }

  private Map<String, String> entry() {
    return look().hgetall(key());
  }

  private String key() {
    return room.keys.digested(RedisKind.AUTHORIZATION_CODE, "id");
  }
}
