package dev.authmock.grant;

import static dev.authmock.redis.TestRedis.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.grant.Redemption.Outcome;
import dev.authmock.redis.RedisKind;
import dev.authmock.server.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RedisSingleUseStoreTest extends SingleUseStoreContract {
  private static final String NOT_OURS = "a value of another program under this server's key";

  private final RedisRoom room = new RedisRoom();

  @Override
  SingleUseStore<TokenId> store() {
    return node();
  }

  private SingleUseStore<TokenId> node() {
    return room.stores(clock).singleUse(RedisKind.AUTHORIZATION_CODE, TokenId.class);
  }

  @Test
  void what_one_node_handed_out_is_taken_back_once_at_all_of_them_together() throws Exception {
    SingleUseStore<TokenId> another = node();
    store.put("id", VALUE, end());
    AtomicInteger turn = new AtomicInteger();

    assertThat(inParallel(() ->
            (turn.getAndIncrement() % 2 == 0 ? store : another).redeem("id").outcome()))
        .containsOnlyOnce(Outcome.REDEEMED)
        .containsOnly(Outcome.REDEEMED, Outcome.ALREADY_USED);
  }

  @Test
  void a_key_is_named_by_prefix_version_kind_and_digest() {
    store.put("the code", VALUE, end());

    assertThat(room.names())
        .containsExactly(room.prefix() + ":v1:authorization-code:" + Sha256.base64Url("the code"));
  }

  @Test
  void neither_the_code_nor_the_secret_is_in_redis() {
    store.put("the code", VALUE, end(), "1234", 5);
    Map<String, String> entry = look().hgetall(key("the code"));

    assertThat(entry.toString()).doesNotContain("the code", "1234");
    assertThat(entry.get("s")).isNotEqualTo(Sha256.base64Url("1234")).hasSize(43);
  }

  @Test
  void redis_keeps_an_entry_an_hour_longer_than_its_memory() {
    store.put("id", VALUE, end());
    assertThat(look().pttl(key("id")))
        .isBetween(Duration.ofMinutes(74).toMillis(), Duration.ofMinutes(75).toMillis());

    store.redeem("id");
    assertThat(look().pttl(key("id")))
        .isBetween(Duration.ofMinutes(69).toMillis(), Duration.ofMinutes(70).toMillis());
  }

  @Test
  void a_wrong_secret_leaves_the_time_as_it_is() {
    store.put("id", VALUE, end(), "1234", 5);
    store.redeem("id", "0000");

    assertThat(look().pttl(key("id"))).isGreaterThan(Duration.ofMinutes(74).toMillis());
  }

  @Test
  void what_is_past_its_memory_is_unknown_though_redis_has_it_and_is_gone_then() {
    store.put("id", VALUE, end());
    clock.advance(LIFETIME.plusSeconds(600));
    assertThat(look().exists(key("id"))).isEqualTo(1);

    assertThat(store.peek("id")).isEmpty();
    assertThat(look().exists(key("id"))).isZero();
  }

  @Test
  void a_clock_centuries_away_has_redis_free_it_in_time_all_the_same() {
    clock.set(Instant.parse("9999-12-31T23:00:00Z"));
    store.put("id", VALUE, end());
    assertThat(look().pttl(key("id")))
        .isLessThanOrEqualTo(Duration.ofMinutes(75).toMillis());
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.REDEEMED);
  }

  @Test
  void a_value_of_another_type_is_another_programs_and_stays() {
    look().lpush(key("id"), "precious");

    for (Runnable use : uses()) {
      refuses(use);
    }
    assertThat(look().lrange(key("id"), 0, -1)).containsExactly("precious");
    look().del(key("id"));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_hash_of_another_program_stays_too() {
    look().hset(key("id"), "name", "precious");

    for (Runnable use : uses()) {
      refuses(use);
    }
    assertThat(look().hgetall(key("id"))).isEqualTo(Map.of("name", "precious"));
  }

  @Test
  void a_value_that_cannot_be_read_is_none_of_this_server() {
    look().hset(key("id"), Map.of("x", "99999999999999", "f", "flow", "v", "<xml/>"));

    assertThatThrownBy(() -> store.peek("id"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.check()).isEqualTo(RequestCheck.SERVER_STORE_AVAILABLE));
  }

  @Test
  void scripts_that_redis_has_forgotten_are_sent_again() {
    store.put("id", VALUE, end());
    look().scriptFlush();

    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.REDEEMED);
  }

  private List<Runnable> uses() {
    return List.of(
        () -> store.put("id", VALUE, end()),
        () -> store.put("id", VALUE, end(), "1234", 5),
        () -> store.peek("id"),
        () -> store.foresee("id"),
        () -> store.redeem("id"),
        () -> store.redeem("id", "1234"));
  }

  private static void refuses(Runnable use) {
    assertThatThrownBy(use::run).isInstanceOfSatisfying(RefusedException.class, refused -> {
      assertThat(refused.check()).isEqualTo(RequestCheck.SERVER_STORE_AVAILABLE);
      assertThat(refused.difference().actual()).isEqualTo(NOT_OURS);
    });
  }

  private String key(String id) {
    return room.keys.digested(RedisKind.AUTHORIZATION_CODE, id);
  }
}
