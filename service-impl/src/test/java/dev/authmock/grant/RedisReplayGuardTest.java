package dev.authmock.grant;

import static dev.authmock.redis.TestRedis.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import dev.authmock.redis.RedisKind;
import dev.authmock.server.Sha256;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisReplayGuardTest extends ReplayGuardContract {
  private final RedisRoom room = new RedisRoom();

  @Override
  ReplayGuard guard() {
    return node();
  }

  private ReplayGuard node() {
    return room.stores(clock).replays(RedisKind.ASSERTION_ID);
  }

  @Test
  void what_was_claimed_at_one_node_is_claimed_at_all() {
    assertThat(guard.claim("id", soon())).isTrue();
    assertThat(node().isClaimed("id")).isTrue();
    assertThat(node().claim("id", soon())).isFalse();
  }

  @Test
  void a_key_is_named_by_prefix_version_kind_and_digest_and_redis_frees_it() {
    guard.claim("id", soon());

    String key = room.prefix() + ":v1:assertion-id:" + Sha256.base64Url("id");
    assertThat(room.names()).containsExactly(key);
    assertThat(look().pttl(key))
        .isBetween(Duration.ofMinutes(60).toMillis(), Duration.ofMinutes(61).toMillis());
  }

  @Test
  void another_programs_value_stays() {
    String key = room.keys.digested(RedisKind.ASSERTION_ID, "id");
    look().lpush(key, "precious");

    assertThatThrownBy(() -> guard.claim("id", soon())).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> guard.isClaimed("id")).isInstanceOf(RefusedException.class);
    assertThat(look().lrange(key, 0, -1)).containsExactly("precious");
  }
}
