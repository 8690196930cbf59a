package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.redis.Redis;
import dev.authmock.redis.TestRedis;
import dev.authmock.server.Resettable;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The beans of a service on Redis. */
class RedisStoresTest {
  private static final String PREFIX = "stores-test";

  private static ApplicationContext service;

  @BeforeAll
  static void start() {
    service = ApplicationContext.run(Map.of(
        "authmock.store",
        "redis",
        "authmock.redis.key-prefix",
        PREFIX,
        "redis.uri",
        TestRedis.shared().uri()));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void an_authorization_code_comes_back_as_it_was_put() {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("type", "openid_credential");
    detail.put("types", List.of("A", "B"));
    detail.put("nothing", null);
    detail.put("numbers", Arrays.asList(1, 1L << 40, 0.5, new BigDecimal("2.25"), true, null));
    detail.put("empty", Map.of("list", List.of(), "text", ""));
    AuthorizationCode code = new AuthorizationCode(
        "flow", "https://client", "did:key:z", null, new CodeChallenge("x"), null, List.of(detail));
    SingleUseStore<AuthorizationCode> store = single(AuthorizationCode.class);
    store.put("code", code, end());

    AuthorizationCode redeemed = store.redeem("code").required();
    assertThat(redeemed.authorizationDetails().toString())
        .isEqualTo(code.authorizationDetails().toString());
    assertThat(redeemed)
        .usingRecursiveComparison()
        .ignoringFields("authorizationDetails")
        .isEqualTo(code);
  }

  @Test
  void so_does_everything_else() {
    PreAuthorizedCode preAuthorized =
        new PreAuthorizedCode("flow", "client", "subject", true, "nonce", List.of());
    single(PreAuthorizedCode.class).put("id", preAuthorized, end());
    assertThat(single(PreAuthorizedCode.class).peek("id")).contains(preAuthorized);

    PendingAuthorization pending = new PendingAuthorization(
        "flow", "client", "https://redirect", null, "", null, List.of(), "nonce", "{}", null);
    single(PendingAuthorization.class).put("id", pending, end());
    assertThat(single(PendingAuthorization.class).peek("id")).contains(pending);

    IssuerState state = new IssuerState("flow", "client", List.of("A", ""));
    ExpiringStore<IssuerState> states =
        service.getBean(Argument.of(ExpiringStore.class, IssuerState.class));
    states.put("id", state, end());
    assertThat(states.find("id").live()).isEqualTo(Optional.of(state));
  }

  @Test
  void a_reset_deletes_what_is_under_the_prefix_and_nobody_elses_keys() {
    TestRedis.look().set("precious", "1");
    TestRedis.look().set(PREFIX, "2");
    TestRedis.look().set(PREFIX + "s:v1:authorization-code:x", "3");
    TestRedis.look().set(PREFIX + ":v1:signing-keys:x", "4");
    TestRedis.look().set("x" + PREFIX + ":v1:x", "5");
    ReplayGuard guard = service.getBean(ReplayGuard.class);
    for (int i = 0; i < 2500; i++) {
      guard.claim("id " + i, end());
    }
    service.getBeansOfType(Resettable.class).forEach(Resettable::reset);

    // The journal tells the other nodes that it was cleared; a probe is written again and again.
    assertThat(TestRedis.keys(PREFIX + ":"))
        .filteredOn(key -> !key.startsWith(PREFIX + ":v1:journal:"))
        .filteredOn(key -> !key.startsWith(PREFIX + ":v1:probe:"))
        .contains(PREFIX + ":v1:signing-keys:x")
        .allMatch(key -> key.startsWith(PREFIX + ":v1:signing-keys:"));
    assertThat(TestRedis.look().exists("precious", PREFIX, "x" + PREFIX + ":v1:x"))
        .isEqualTo(3);
    assertThat(TestRedis.keys(PREFIX + "s:")).hasSize(1);
    assertThat(guard.isClaimed("id 1")).isFalse();
  }

  @Test
  void no_store_of_the_memory_is_there() {
    assertThat(service.getBeansOfType(MeasuredStore.class)).isEmpty();
    assertThat(service.containsBean(Redis.class)).isTrue();
  }

  private static <T extends FlowMember> SingleUseStore<T> single(Class<T> type) {
    @SuppressWarnings("unchecked")
    SingleUseStore<T> store =
        (SingleUseStore<T>) service.getBean(Argument.of(SingleUseStore.class, type));
    return store;
  }

  private static Instant end() {
    return service.getBean(Clock.class).instant().plusSeconds(60);
  }
}
