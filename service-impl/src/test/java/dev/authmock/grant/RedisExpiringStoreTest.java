package dev.authmock.grant;

import static dev.authmock.redis.TestRedis.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import dev.authmock.redis.RedisKind;
import dev.authmock.server.Sha256;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisExpiringStoreTest extends ExpiringStoreContract {
  private final RedisRoom room = new RedisRoom();

  @Override
  ExpiringStore<TokenId> store() {
    return node();
  }

  private ExpiringStore<TokenId> node() {
    return room.stores(clock).expiring(RedisKind.ISSUER_STATE, TokenId.class);
  }

  @Test
  void what_one_node_keeps_the_others_find() {
    store.put("id", VALUE, end());
    assertThat(node().find("id").live()).contains(VALUE);
    node().remove("id");
    assertThat(store.find("id").isKnown()).isFalse();
  }

  @Test
  void a_key_is_named_by_prefix_version_kind_and_digest_and_redis_frees_it() {
    store.put("id", VALUE, end());

    String key = room.prefix() + ":v1:issuer-state:" + Sha256.base64Url("id");
    assertThat(room.names()).containsExactly(key);
    assertThat(look().pttl(key))
        .isBetween(Duration.ofMinutes(74).toMillis(), Duration.ofMinutes(75).toMillis());
  }

  @Test
  void another_programs_value_stays() {
    String key = room.keys.digested(RedisKind.ISSUER_STATE, "id");
    look().set(key, "precious");

    for (Runnable use : List.<Runnable>of(
        () -> store.put("id", VALUE, end()), () -> store.find("id"), () -> store.remove("id"))) {
      assertThatThrownBy(use::run).isInstanceOf(RefusedException.class);
    }
    assertThat(look().get(key)).isEqualTo("precious");
  }
}
