package dev.authmock.it.clients;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.ISSUER_NOT_FOUND;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static dev.authmock.it.support.Kind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.client.ClientRegistry;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.it.support.jwks.JwksHost;
import io.micronaut.test.support.TestPropertyProvider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The registered clients as a tester manages them: by the rules of registration.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7592#section-2">RFC 7592, section 2</a>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagedClientsTest extends ServiceTest implements TestPropertyProvider {
  private static final String CLIENTS = "/mock/clients";
  private static final String CONFIGURED = "https://configured.example/auth";

  private final ECKey key = Keys.ec("key-1");

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "authmock.clients.first.client-id",
        CONFIGURED,
        "authmock.clients.first.jwks",
        new JWKSet(key).toString());
  }

  @Test
  void the_list_has_all_clients_in_the_order_of_their_client_id() {
    Wallet registered = clients.register("https://a.example/auth");
    add(metadata("https://z.example/auth"));

    Exchange answer = http.get(CLIENTS);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().path("clients").findValuesAsText("client_id"))
        .containsExactly(registered.clientId(), CONFIGURED, "https://z.example/auth");
    assertThat(answer.json().path("clients").findValuesAsText("configured"))
        .containsExactly("false", "true", "false");
  }

  @Test
  void a_client_that_was_added_is_shown_as_it_is_registered() {
    Map<String, Object> metadata = metadata("https://added.example/auth");
    metadata.put("client_name", "Added");
    metadata.put("redirect_uris", List.of("https://added.example/cb"));

    JsonNode added = add(metadata);

    assertThat(added.path("id").asText()).isEqualTo(id("https://added.example/auth"));
    assertThat(added.path("client_name").asText()).isEqualTo("Added");
    assertThat(added.path("redirect_uris").path(0).asText()).isEqualTo("https://added.example/cb");
    assertThat(added.path("jwks").path("keys").path(0).path("kid").asText()).isEqualTo("key-1");
    assertThat(added.path("configured").booleanValue()).isFalse();
    assertThat(added.path("registered_at").asText()).isEqualTo(clock.instant().toString());
    assertThat(http.get(path("https://added.example/auth")).json()).isEqualTo(added);
  }

  @Test
  void a_client_that_was_added_gets_tokens() {
    String clientId = clients.freshId();
    add(metadata(clientId));

    assertAccepted(wallet(clientId, key));
  }

  @Test
  void a_client_that_was_added_cannot_manage_itself() {
    String clientId = clients.freshId();
    add(metadata(clientId));

    for (String bearer : new String[] {"Bearer null", "Bearer ", "Bearer anything"}) {
      assertThatProblem(http.request("GET", RawHttp.REGISTER + "/" + id(clientId))
              .header("Authorization", bearer)
              .send())
          .is(UNAUTHORIZED, "invalid_token", "registration.access_token");
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "client_id,ftp://issuer.example,invalid_client_metadata,registration.client_id",
        "client_id,null,invalid_client_metadata,registration.valid",
        "redirect_uris,javascript:alert(1),invalid_redirect_uri,registration.redirect_uris",
        "token_endpoint_auth_method,none,invalid_client_metadata,registration.auth_method",
        "jwks_uri,https://a.example/jwks,invalid_client_metadata,registration.one_key_source",
        "jwks,null,invalid_client_metadata,registration.one_key_source"
      })
  void a_client_is_added_and_replaced_by_the_rules_of_registration(
      String member, @Nullable String value, String error, String check) {
    String clientId = clients.freshId();
    add(metadata(clientId));
    Map<String, Object> bad = metadata(clients.freshId());
    put(bad, member, value);
    Map<String, Object> badReplacement = metadata(clientId);
    put(badReplacement, member, value);

    assertThatProblem(send("POST", CLIENTS, bad)).is(BAD_REQUEST, error, check);
    assertThatProblem(send("PUT", path(clientId), badReplacement))
        .is(
            BAD_REQUEST,
            error,
            check.equals("registration.client_id") ? "registration.same_client" : check);
    assertAccepted(wallet(clientId, key));
  }

  @Test
  void a_client_id_that_is_taken_cannot_be_added() {
    for (String taken : new String[] {CONFIGURED, clients.register().clientId()}) {
      assertThatProblem(send("POST", CLIENTS, metadata(taken)))
          .is(BAD_REQUEST, "invalid_client_metadata", "registration.client_id_free");
    }
  }

  @Test
  void private_keys_are_not_taken() {
    Map<String, Object> metadata = metadata(clients.freshId());
    metadata.put("jwks", Map.of("keys", List.of(key.toJSONObject())));

    assertThatProblem(send("POST", CLIENTS, metadata))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.jwks")
        .leaksNone(key.getD().toString());
  }

  @Test
  void a_client_that_was_replaced_has_the_new_keys_and_no_others() {
    Wallet wallet = clients.register();
    ECKey other = Keys.ec("key-2");
    clock.advance(Duration.ofMinutes(1));
    String before =
        http.get(path(wallet.clientId())).json().path("registered_at").asText();

    JsonNode replaced = replace(metadata(wallet.clientId(), other));

    assertThat(replaced.path("registered_at").asText()).isEqualTo(before);
    assertAccepted(wallet.signingWith(other));
    assertThatProblem(http.token(wallet.form(codes.forWallet(wallet))))
        .is(UNAUTHORIZED, "invalid_client", "client_assertion.key_known");
  }

  @Test
  void the_registration_access_token_of_a_client_that_was_replaced_stays_good() {
    String clientId = clients.freshId();
    Exchange registered = send("POST", RawHttp.REGISTER, metadata(clientId));
    String token = registered.json().path("registration_access_token").asText();

    replace(metadata(clientId, Keys.ec("key-2")));

    Exchange read = http.request("GET", RawHttp.REGISTER + "/" + id(clientId))
        .header("Authorization", "Bearer " + token)
        .send();
    assertThat(read.status()).as("%s", read).isEqualTo(200);
  }

  @Test
  void keys_that_were_kept_are_forgotten_with_what_the_client_said_before() {
    ECKey other = Keys.ec("key-1");
    try (JwksHost host = JwksHost.of(key)) {
      Wallet wallet = clients.registerWithJwksUri(key, host.jwksUri());
      assertAccepted(wallet);
      host.publish(other);
      assertAccepted(wallet);

      Map<String, Object> same = metadata(wallet.clientId());
      same.remove("jwks");
      same.put("jwks_uri", host.jwksUri());
      assertThat(replace(same).path("jwks_uri").asText()).isEqualTo(host.jwksUri());

      assertThatProblem(http.token(wallet.form(codes.forWallet(wallet))))
          .is(UNAUTHORIZED, "invalid_client", "client_assertion.signature");
      assertAccepted(wallet.signingWith(other));
    }
  }

  @Test
  void a_client_that_was_removed_is_no_client() {
    Wallet wallet = clients.register();

    Exchange removed = http.request("DELETE", path(wallet.clientId())).send();

    assertThat(removed.status()).as("%s", removed).isEqualTo(204);
    assertThatProblem(http.token(wallet.form(codes.forWallet(wallet))))
        .is(ISSUER_NOT_FOUND, "invalid_client", "client.registered");
    assertThatProblem(http.get(path(wallet.clientId())))
        .is(NOT_FOUND, "invalid_request", "client.known");
    clients.register(wallet.clientId());
  }

  @Test
  void a_client_of_the_configuration_is_changed_there() {
    assertThatProblem(send("PUT", path(CONFIGURED), metadata(CONFIGURED)))
        .is(BAD_REQUEST, "invalid_request", "client.configured");
    assertThatProblem(http.request("DELETE", path(CONFIGURED)).send())
        .is(BAD_REQUEST, "invalid_request", "client.configured");
    assertAccepted(wallet(CONFIGURED, key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "%3Cscript%3E"})
  void a_client_that_nobody_knows_is_not_found(String id) {
    String path = CLIENTS + "/" + id;
    for (String method : new String[] {"GET", "DELETE"}) {
      assertThatProblem(http.request(method, path).send())
          .is(NOT_FOUND, "invalid_request", "client.known");
    }
    assertThatProblem(send("PUT", path, metadata(clients.freshId())))
        .is(NOT_FOUND, "invalid_request", "client.known");
  }

  @Test
  void an_id_has_no_more_than_100_characters() {
    assertThatProblem(http.get(CLIENTS + "/" + "a".repeat(101)))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
  }

  @Test
  void a_reset_leaves_the_clients_of_the_configuration() {
    add(metadata(clients.freshId()));

    sdk.control().reset();

    assertThat(http.get(CLIENTS).json().path("clients").findValuesAsText("client_id"))
        .containsExactly(CONFIGURED);
  }

  private Map<String, Object> metadata(String clientId) {
    return metadata(clientId, key);
  }

  private static Map<String, Object> metadata(String clientId, ECKey key) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("client_id", clientId);
    metadata.put("jwks", new JWKSet(key).toJSONObject());
    return metadata;
  }

  private static void put(Map<String, Object> metadata, String member, @Nullable String value) {
    if (value == null) {
      metadata.remove(member);
    } else {
      metadata.put(member, member.endsWith("_uris") ? List.of(value) : value);
    }
  }

  private JsonNode add(Map<String, Object> metadata) {
    Exchange answer = send("POST", CLIENTS, metadata);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json();
  }

  private JsonNode replace(Map<String, Object> metadata) {
    Exchange answer = send("PUT", path((String) metadata.get("client_id")), metadata);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private Exchange send(String method, String path, Map<String, Object> metadata) {
    return http.request(method, path)
        .header("Content-Type", "application/json")
        .body(Json.write(metadata))
        .send();
  }

  private Wallet wallet(String clientId, ECKey signing) {
    return new Wallet(clientId, signing, sdk.issuer(), clock);
  }

  private void assertAccepted(Wallet wallet) {
    Form form = wallet.form(codes.forWallet(wallet));
    Exchange answer = http.token(form);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private static String path(String clientId) {
    return CLIENTS + "/" + id(clientId);
  }

  private static String id(String clientId) {
    return ClientRegistry.registrationId(clientId);
  }
}
