package dev.authmock.grant;

import static dev.authmock.redis.TestRedis.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import dev.authmock.grant.CredentialNonces.Use;
import dev.authmock.redis.RedisKind;
import dev.authmock.server.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisCredentialNoncesTest extends CredentialNoncesContract {
  private final RedisRoom room = new RedisRoom();

  @Override
  CredentialNonces nonces(OpaqueTokens random) {
    return node(random);
  }

  private CredentialNonces node(OpaqueTokens random) {
    return room.stores(clock, random).nonces();
  }

  @Test
  void one_that_one_node_gave_is_taken_once_at_all_of_them_together() {
    CredentialNonces another = node(new OpaqueTokens(new SecureRandom()));
    String fresh = nonces.fresh("token", "first", end());

    assertThat(another.take("token", "first", fresh, end())).isEqualTo(Use.TAKEN);
    assertThat(take("token", fresh)).isEqualTo(Use.ALREADY_TAKEN);
  }

  @Test
  void a_key_is_named_by_prefix_version_kind_and_digest_and_redis_frees_it() {
    take("token", "first");

    String key = room.prefix() + ":v1:c-nonces:" + Sha256.base64Url("token");
    assertThat(room.names()).containsExactly(key);
    assertThat(look().pttl(key))
        .isBetween(Duration.ofMinutes(60).toMillis(), Duration.ofMinutes(61).toMillis());
  }

  @Test
  void no_nonce_is_in_redis() {
    String fresh = nonces.fresh("token", "the first one", end());

    assertThat(look()
            .hgetall(room.keys.digested(RedisKind.CREDENTIAL_NONCES, "token"))
            .toString())
        .doesNotContain(fresh, "the first one");
  }

  @Test
  void another_programs_value_stays() {
    String key = room.keys.digested(RedisKind.CREDENTIAL_NONCES, "token");
    look().set(key, "precious");

    for (Runnable use : List.<Runnable>of(
        () -> take("token", "first"),
        () -> nonces.fresh("token", "first", end()),
        () -> nonces.spare("token", "first", end()))) {
      assertThatThrownBy(use::run).isInstanceOf(RefusedException.class);
    }
    assertThat(look().get(key)).isEqualTo("precious");
  }
}
