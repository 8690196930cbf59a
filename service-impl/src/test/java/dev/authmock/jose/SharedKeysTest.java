package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.TestRedis;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SharedKeysTest {
  private final RedisKeys names = TestRedis.keysOf(TestRedis.ofItsOwn());

  @Test
  void what_one_node_signs_the_other_verifies() throws Exception {
    String token = new JwtSigner(keysOf(TestRedis.connected()), Providers.any())
        .sign(Map.of("iss", "https://issuer.example"));

    assertThat(new PublishedKeys(keysOf(TestRedis.connected()), Providers.any())
            .verify(SignedJwt.parse(token)))
        .isTrue();
  }

  @Test
  void of_many_nodes_that_start_at_once_one_generates_the_key() {
    List<String> kids = IntStream.range(0, 16)
        .parallel()
        .mapToObj(i -> keysOf(TestRedis.connected()).keyId())
        .distinct()
        .toList();

    assertThat(kids).hasSize(1);
  }

  @Test
  void where_redis_is_away_a_node_starts_and_signs_nothing() {
    SigningKeys keys = keysOf(TestRedis.connect("redis://127.0.0.1:1", TestRedis.ofItsOwn()));
    JwtSigner signer = new JwtSigner(keys, Providers.any());
    PublishedKeys published = new PublishedKeys(keys, Providers.any());

    assertUnavailable(() -> signer.sign(Map.of()));
    assertUnavailable(() -> signer.withKeyId("other").sign(Map.of()));
    assertUnavailable(() -> published.withKeyId("any"));
    assertUnavailable(keys::publicJwkSet);
  }

  @Test
  void keys_that_came_late_are_those_of_the_others() throws Exception {
    SigningKeys shared = keysOf(TestRedis.connected());
    AtomicBoolean isBack = new AtomicBoolean();
    SigningKeys late = SigningKeys.late(() -> {
      if (!isBack.get()) {
        throw new IllegalStateException("not yet");
      }
      return shared;
    });
    JwtSigner signer = new JwtSigner(late, Providers.any());
    PublishedKeys published = new PublishedKeys(late, Providers.any());
    assertThatThrownBy(() -> signer.sign(Map.of())).hasMessage("not yet");
    assertThatThrownBy(() -> published.withKeyId("any")).hasMessage("not yet");

    isBack.set(true);

    assertThat(late.keyId()).isEqualTo(shared.keyId());
    assertThat(published.verify(SignedJwt.parse(signer.sign(Map.of())))).isTrue();
  }

  @Test
  void a_value_of_another_type_is_no_key() {
    String key = names.plain(RedisKind.SIGNING_KEYS, "jwks");
    TestRedis.look().lpush(key, "precious");

    assertThatThrownBy(() -> keysOf(TestRedis.connected()))
        .isInstanceOf(SigningKeysException.class)
        .hasMessage(
            "In Redis, under " + key + ": a value of another program under this server's key");
  }

  @Test
  void where_redis_was_away_at_the_start_what_is_no_key_ends_requests_and_not_the_server()
      throws Exception {
    try (TestRedis own = TestRedis.start()) {
      own.stop();
      SigningKeys keys = keysOf(TestRedis.connect(own.uri(), TestRedis.ofItsOwn()));
      own.startAgain();
      own.commands().set(names.plain(RedisKind.SIGNING_KEYS, "jwks"), "{}");

      await(() -> "a value that is none".equals(reasonOf(keys::publicJwkSet)));
    }
  }

  @Test
  void a_value_of_another_program_is_no_key() {
    TestRedis.connected().setIfAbsent(names.plain(RedisKind.SIGNING_KEYS, "jwks"), "{\"d\":\"x\"}");

    assertThatThrownBy(() -> keysOf(TestRedis.connected()))
        .isInstanceOf(SigningKeysException.class)
        .hasMessageContaining(names.plain(RedisKind.SIGNING_KEYS, "jwks"))
        .hasMessageNotContaining("\"x\"");
  }

  @Test
  void keys_that_redis_lost_are_put_back_by_a_node_that_has_them() {
    SharedKeys node =
        new SharedKeys(TestRedis.connected(), names, new SecureRandom(), Providers.any());
    String kid = node.get().keyId();
    TestRedis.look().del(names.plain(RedisKind.SIGNING_KEYS, "jwks"));

    node.keepInRedis();

    assertThat(keysOf(TestRedis.connected()).keyId()).isEqualTo(kid);
    assertThat(node.flaw()).isEmpty();
  }

  @Test
  void a_node_whose_keys_are_no_longer_those_in_redis_says_so_until_they_are() {
    SharedKeys node =
        new SharedKeys(TestRedis.connected(), names, new SecureRandom(), Providers.any());
    node.get();
    String key = names.plain(RedisKind.SIGNING_KEYS, "jwks");
    String own = TestRedis.look().get(key);
    TestRedis.look().del(key);
    keysOf(TestRedis.connected());

    node.keepInRedis();
    assertThat(node.flaw())
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("other signing keys"));

    TestRedis.look().set(key, own);
    node.keepInRedis();
    assertThat(node.flaw()).isEmpty();
  }

  @Test
  void a_node_that_has_read_no_keys_puts_none_there() {
    new SharedKeys(TestRedis.connected(), names, new SecureRandom(), Providers.any()).keepInRedis();

    assertThat(TestRedis.look().get(names.plain(RedisKind.SIGNING_KEYS, "jwks")))
        .isNull();
  }

  private SigningKeys keysOf(Redis redis) {
    return new SharedKeys(redis, names, new SecureRandom(), Providers.any()).get();
  }

  private static String reasonOf(Runnable use) {
    return catchThrowableOfType(RefusedException.class, use::run).difference().actual();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.check()).isEqualTo(RequestCheck.SERVER_STORE_AVAILABLE));
  }
}
