package dev.authmock.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisConfiguration;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.TestRedis;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisClientRegistryTest extends ClientRegistryContract {
  private static final String CLIENT = "https://a.example/auth";
  private static final String OTHER = "https://b.example/auth";

  private final RedisKeys keys = TestRedis.keysOf(TestRedis.ofItsOwn());

  @Override
  ClientRegistry empty(RegistrationConfiguration settings, ConfiguredClients configured) {
    return node(TestRedis.connected(), settings, configured);
  }

  private ClientRegistry node() {
    return node(TestRedis.connected(), settings(), configured());
  }

  private ClientRegistry node(
      Redis redis, RegistrationConfiguration settings, ConfiguredClients configured) {
    return new RedisClientRegistry(settings, configured, new RedisClients(redis, keys), CRYPTO);
  }

  @Test
  void what_one_node_does_the_other_sees_at_once() {
    ClientRegistry one = node();
    ClientRegistry other = node();
    one.add(client(CLIENT, 1), new Evaluation("test"));
    RegisteredClient read = other.find(CLIENT).orElseThrow();

    one.replace(one.find(CLIENT).orElseThrow(), client(CLIENT, 2));
    assertThat(other.find(CLIENT).orElseThrow().registeredAt().getEpochSecond()).isEqualTo(2);
    assertThat(other.replace(read, client(CLIENT, 3))).isFalse();

    one.remove(one.find(CLIENT).orElseThrow());
    assertThat(other.find(CLIENT)).isEmpty();
  }

  @Test
  void a_client_that_is_still_the_same_is_not_read_again() {
    ClientRegistry registry = node();
    registry.add(client(CLIENT, 1), new Evaluation("test"));

    assertThat(registry.find(CLIENT)).containsSame(registry.find(CLIENT).orElseThrow());
  }

  /** Of the same JSON there are many texts. */
  @Test
  void a_client_that_another_version_wrote_can_be_replaced_and_removed() {
    RedisClients texts = new RedisClients(TestRedis.connected(), keys);
    String id = ClientRegistry.registrationId(CLIENT);
    ClientRegistry registry = node();
    registry.add(client(CLIENT, 1), new Evaluation("test"));
    String text = texts.find(id).orElseThrow();
    String other = text.replace("{", "{ \"later\": [], ").replace("https", "\\u0068ttps");
    assertThat(texts.replace(id, text, other, false)).isTrue();
    RegisteredClient read = registry.find(CLIENT).orElseThrow();
    assertThat(read).isEqualTo(client(CLIENT, 1));

    assertThat(registry.replace(read, client(CLIENT, 2))).isTrue();
    assertThat(registry.remove(read)).isFalse();
    assertThat(registry.remove(registry.find(CLIENT).orElseThrow())).isTrue();
  }

  @Test
  void a_list_of_many_clients_has_them_all() {
    RegistrationConfiguration many = settings();
    many.setMaxClients(2000);
    ClientRegistry registry = node(TestRedis.connected(), many, configured());
    IntStream.range(0, 1500)
        .forEach(
            i -> registry.add(client("https://" + i + ".example/auth", i), new Evaluation("test")));

    assertThat(registry.all()).hasSize(1501);
  }

  @Test
  void where_redis_is_away_nobody_is_known_and_nobody_is_unknown() {
    ClientRegistry registry = node(
        TestRedis.connect("redis://127.0.0.1:1", TestRedis.ofItsOwn()), settings(), configured());

    assertUnavailable(() -> registry.find(CLIENT));
    assertUnavailable(registry::all);
    assertUnavailable(() -> registry.add(client(CLIENT, 1), new Evaluation("test")));
    assertThat(registry.find("https://m-configured.example/auth")).isPresent();
  }

  @Test
  void a_registration_and_a_replacement_that_ended_in_503_are_taken_back() throws Exception {
    try (TestRedis own = TestRedis.start()) {
      RedisConfiguration configuration = new RedisConfiguration();
      configuration.setTimeout(Duration.ofMillis(300));
      Redis redis = TestRedis.connect(own.uri(), configuration);
      ClientRegistry registry = node(redis, settings(), configured());
      registry.add(self(CLIENT, 1), new Evaluation("test"));
      RegisteredClient first = registry.find(CLIENT).orElseThrow();
      registry.replace(first, self(CLIENT, 2));
      RegisteredClient second = registry.find(CLIENT).orElseThrow();

      own.commands().clientPause(700);
      assertUnavailable(() -> registry.replace(second, self(CLIENT, 3)));
      await(() -> registry.find(CLIENT).orElseThrow().registeredAt().getEpochSecond() == 2);
      own.commands().clientPause(700);
      assertUnavailable(() -> registry.add(self(OTHER, 4), new Evaluation("test")));
      await(() -> registry.find(OTHER).isEmpty());

      assertThat(registry.replace(second, self(CLIENT, 5))).isTrue();
    }
  }

  @Test
  void a_value_of_another_program_is_left_alone() {
    String key = keys.plain(RedisKind.CLIENTS, "registered");
    TestRedis.connected().setIfAbsent(key, "something else");
    ClientRegistry registry = node();

    assertUnavailable(() -> registry.find(CLIENT));
    assertUnavailable(() -> registry.add(client(CLIENT, 1), new Evaluation("test")));
    assertThat(TestRedis.connected().get(key)).isEqualTo("something else");
  }

  @Test
  void what_another_version_wrote_is_no_client_and_its_id_not_free() {
    TestRedis.connected()
        .run(
            new dev.authmock.redis.RedisScript(
                "return {redis.call('HSET', KEYS[1], ARGV[1], '{}')}"),
            keys.plain(RedisKind.CLIENTS, "registered"),
            ClientRegistry.registrationId(CLIENT));
    ClientRegistry registry = node();

    assertThat(registry.find(CLIENT)).isEmpty();
    assertThatThrownBy(() -> registry.add(client(CLIENT, 1), new Evaluation("test")))
        .isInstanceOf(RefusedException.class);
  }

  /** One that registers itself, and has a token. */
  private static RegisteredClient self(String clientId, int second) {
    RegisteredClient managed = client(clientId, second);
    return new RegisteredClient(
        managed.clientId(),
        managed.name(),
        managed.redirectUris(),
        managed.keys(),
        managed.registeredAt(),
        false,
        new byte[] {(byte) second});
  }

  /** Waits until it is so, and Redis says it. */
  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (RefusedException e) {
      return false;
    }
  }

  private static void assertUnavailable(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.check()).isEqualTo(RequestCheck.SERVER_STORE_AVAILABLE));
  }
}
