package dev.authmock.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.authmock.check.Check;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RegistrationCheck;
import dev.authmock.check.RequestCheck;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.ProviderChoice;
import dev.authmock.jose.PublicJwks;
import dev.authmock.server.Sha256;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every registry of clients does. */
abstract class ClientRegistryContract {
  static final int MAX_CLIENTS = 4;
  static final CryptoProvider CRYPTO = CryptoProvider.load(ProviderChoice.JDK);

  private static final String CONFIGURED = "https://m-configured.example/auth";
  private static final Map<String, Object> JWKS = jwks();

  private ClientRegistry registry;

  /** An empty registry with these settings. */
  abstract ClientRegistry empty(RegistrationConfiguration settings, ConfiguredClients configured);

  @BeforeEach
  final void haveRegistry() {
    registry = empty(settings(), configured());
  }

  @Test
  void a_client_is_found_as_it_was_added() throws Exception {
    RegisteredClient added = new RegisteredClient(
        "https://a.example/auth",
        "Ämter & \"Co\" \u2603",
        List.of("https://a.example/cb", "wallet:cb?x=1"),
        new ClientKeySource.Inline(JWKS, PublicJwks.parse(JWKS, CRYPTO)),
        Instant.parse("2026-01-01T00:00:00.123456789Z"),
        false,
        Sha256.of("token"));
    add(added);

    RegisteredClient found = registry.find(added.clientId()).orElseThrow();

    assertThat(found).usingRecursiveComparison().ignoringFields("keys").isEqualTo(added);
    ClientKeySource.Inline keys = (ClientKeySource.Inline) found.keys();
    assertThat(keys.jwks()).isEqualTo(JWKS);
    assertThat(keys.keys().withKeyId("key-1")).hasSize(1);
    assertThat(registry.findRegistration(ClientRegistry.registrationId(added.clientId())))
        .containsSame(found);
  }

  @Test
  void what_a_client_left_out_stays_out() {
    add(client("https://a.example/auth", 1));

    RegisteredClient found = registry.find("https://a.example/auth").orElseThrow();

    assertThat(found.name()).isNull();
    assertThat(found.accessTokenDigest()).isNull();
    assertThat(found.redirectUris()).isEmpty();
    assertThat(found.keys())
        .isEqualTo(new ClientKeySource.Remote(URI.create("https://a.example/auth/jwks")));
  }

  @Test
  void a_client_that_nobody_added_is_not_found() {
    assertThat(registry.find("https://a.example/auth")).isEmpty();
  }

  @Test
  void of_many_who_add_one_client_id_one_gets_it() {
    AtomicInteger taken = new AtomicInteger();
    IntStream.range(0, 16).parallel().forEach(i -> {
      try {
        add(client("https://a.example/auth", i));
      } catch (RefusedException e) {
        assertThat(e.check()).isEqualTo(RegistrationCheck.REGISTRATION_FREE);
        taken.incrementAndGet();
      }
    });

    assertThat(taken).hasValue(15);
  }

  @Test
  void no_more_clients_than_there_is_room_for() {
    IntStream.range(1, MAX_CLIENTS).forEach(i -> add(client("https://" + i + ".example/a", i)));

    assertRefused(client("https://a.example/auth", 1), RequestCheck.SERVER_CAPACITY);
    registry.remove(registry.find("https://1.example/a").orElseThrow());
    add(client("https://a.example/auth", 1));
  }

  @Test
  void a_client_is_replaced_as_long_as_it_is_as_it_was_read() {
    add(client("https://a.example/auth", 1));
    RegisteredClient read = registry.find("https://a.example/auth").orElseThrow();
    RegisteredClient second = client("https://a.example/auth", 2);

    assertThat(registry.replace(read, second)).isTrue();
    assertThat(registry.replace(read, client("https://a.example/auth", 3))).isFalse();
    assertThat(registry.remove(read)).isFalse();
    assertThat(registry.find("https://a.example/auth").map(RegisteredClient::registeredAt))
        .contains(second.registeredAt());
  }

  @Test
  void a_client_is_removed_once() {
    add(client("https://a.example/auth", 1));
    RegisteredClient read = registry.find("https://a.example/auth").orElseThrow();

    assertThat(registry.remove(read)).isTrue();
    assertThat(registry.remove(read)).isFalse();
    assertThat(registry.replace(read, client("https://a.example/auth", 2))).isFalse();
    assertThat(registry.find("https://a.example/auth")).isEmpty();
  }

  @Test
  void all_are_listed_in_the_order_of_their_client_id() {
    add(client("https://z.example/auth", 1));
    add(client("https://a.example/auth", 1));

    assertThat(registry.all())
        .extracting(RegisteredClient::clientId)
        .containsExactly("https://a.example/auth", CONFIGURED, "https://z.example/auth");
  }

  @Test
  void the_client_id_of_a_configured_client_is_not_free() {
    assertRefused(client(CONFIGURED, 1), RegistrationCheck.REGISTRATION_FREE);
  }

  @Test
  void a_reset_leaves_those_of_the_configuration() {
    add(client("https://a.example/auth", 1));
    registry.reset();

    assertThat(registry.all()).extracting(RegisteredClient::clientId).containsExactly(CONFIGURED);
  }

  static RegisteredClient client(String clientId, int second) {
    return new RegisteredClient(
        clientId,
        null,
        List.of(),
        new ClientKeySource.Remote(URI.create(clientId + "/jwks")),
        Instant.ofEpochSecond(second),
        false,
        null);
  }

  static RegistrationConfiguration settings() {
    RegistrationConfiguration settings = new RegistrationConfiguration();
    settings.setMaxClients(MAX_CLIENTS);
    return settings;
  }

  static ConfiguredClients configured() {
    ConfiguredClient client = new ConfiguredClient("first");
    client.setClientId(CONFIGURED);
    client.setJwksUri("https://m-configured.example/jwks");
    return new ConfiguredClients(
        List.of(client),
        new RegistrationRules(CRYPTO),
        JsonMapper.createDefault(),
        Clock.systemUTC());
  }

  private void add(RegisteredClient client) {
    registry.add(client, new Evaluation("test"));
  }

  private void assertRefused(RegisteredClient client, Check check) {
    assertThatThrownBy(() -> add(client))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.check()).isEqualTo(check));
  }

  private static Map<String, Object> jwks() {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
      return KnownJwkMembers.of(Map.of("keys", List.of(key.toPublicJWK().toJSONObject())));
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
