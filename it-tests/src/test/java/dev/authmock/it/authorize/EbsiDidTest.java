package dev.authmock.it.authorize;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.Refusal;
import dev.authmock.it.support.flow.AnswerTest;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.sdk.wallet.IdToken;
import dev.authmock.sdk.wallet.ServiceWallet;
import dev.authmock.sdk.wallet.WalletIdentity;
import io.micronaut.test.support.TestPropertyProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service wallet shows who it is with a did:ebsi, whose document is in the configured registry.
 *
 * @see <a href="https://www.w3.org/TR/did-1.0/#authentication">DID Core, section 5.3.1</a>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EbsiDidTest extends AnswerTest implements TestPropertyProvider {
  private static final String DID = "did:ebsi:zvHWX359A3CvfJnCYaAiAde";
  private static final String KID = DID + "#key-1";

  private final JwksHost registry = new JwksHost();
  private final ECKey key = Keys.ec("key-1");

  @Override
  public Map<String, String> getProperties() {
    return Map.of("authmock.did.ebsi-registry", registry.url("/did-registry/v5"));
  }

  @AfterAll
  void stopRegistry() {
    registry.close();
  }

  @BeforeEach
  void beAskedAsLegalEntity() {
    ServiceWallet service = ServiceWallet.builder(sdk, clients.freshId(), Keys.ec("key-1"))
        .identity(WalletIdentity.of(DID, KID, key))
        .clock(clock)
        .build();
    beAsked(service, service.signed(service.authorizationRequest(service.types(VA_TO_ONBOARD))));
    registry.forget();
    publish(document(key));
  }

  @Test
  void an_authentication_key_of_the_registered_document_proves_the_did() {
    ServiceWallet service = (ServiceWallet) wallet;
    String code = assertCode(good()).parameter("code");
    assertThat(claims(sdk.redeem(service.grant(code)).getAccessToken())).containsEntry("sub", DID);
    assertThat(registry.requests()).isEqualTo(1);
  }

  @Test
  void a_document_is_kept_for_a_while() {
    assertCode(good());
    asked = wallet.send(request);
    assertCode(good());
    assertThat(registry.requests()).isEqualTo(1);
  }

  @Test
  void a_relative_reference_is_as_good() {
    Map<String, Object> document = document(key);
    document.put("authentication", List.of("#key-1"));
    publish(document);
    assertCode(good());
  }

  @Test
  void a_key_that_is_for_something_else_proves_nothing() {
    Map<String, Object> document = document(key);
    document.put("assertionMethod", document.remove("authentication"));
    publish(document);
    assertUnproven().saying("authentication");
  }

  @Test
  void a_document_without_that_method_proves_nothing() {
    Map<String, Object> document = document(key);
    document.put("verificationMethod", List.of());
    publish(document);
    assertUnproven();
  }

  @Test
  void a_document_of_another_did_proves_nothing() {
    Map<String, Object> document = document(key);
    document.put("id", "did:ebsi:zobuuYAHkAbRFCcqdcJfTgR");
    publish(document);
    assertUnproven();
  }

  @Test
  void a_key_of_another_kind_proves_nothing() {
    publish(document(Keys.ec(Curve.P_384, "key-1")));
    assertUnproven();
  }

  @Test
  void a_private_key_in_a_document_proves_nothing() {
    Map<String, Object> document = document(key);
    document.put("verificationMethod", List.of(method(key.toJSONObject())));
    publish(document);
    assertUnproven().leaksNone(key.getD().toString());
  }

  @Test
  void the_signature_has_to_be_by_the_registered_key() {
    publish(document(Keys.ec("key-1")));
    assertBad(good(), "id_token.signature");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410, 500, 503})
  void a_registry_without_the_document_proves_nothing(int status) {
    answer(aResponse().withStatus(status).withBody(Json.write(document(key))));
    assertUnproven();
    assertGoodAfterwards();
  }

  @Test
  void a_registry_that_hangs_proves_nothing_within_5_seconds() {
    answer(aResponse().withFixedDelay(20_000).withBody(Json.write(document(key))));
    assertUnproven().saying("in time");
    assertGoodAfterwards();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"id\":1}", "<!DOCTYPE html>", "{\"id\":"})
  void what_is_no_document_proves_nothing(String body) {
    answer(aResponse().withBody(body));
    assertUnproven();
  }

  @Test
  void a_document_that_is_deep_or_huge_proves_nothing() {
    String start = Json.write(document(key)).replaceFirst("}$", ",\"x\":");
    answer(aResponse().withBody(start + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
    assertUnproven();
    answer(aResponse().withBody(start + "\"" + "x".repeat(10_000_000) + "\"}"));
    assertUnproven();
  }

  @Test
  void a_redirect_to_another_host_is_not_followed() {
    try (JwksHost other = new JwksHost()) {
      other.answer("/x", aResponse().withBody(Json.write(document(key))));
      answer(aResponse().withStatus(302).withHeader("Location", other.url("/x")));
      assertUnproven();
      assertThat(other.requests()).isZero();
    }
  }

  /** Else a stranger could have any path of the registry asked for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "did:ebsi:..",
        "did:ebsi:z..%2f..%2fadmin",
        "did:ebsi:zvHWX359A3CvfJnCYaAiAd",
        "did:ebsi:zvHWX359A3CvfJnCYaAiAdeX",
        "did:ebsi:vHWX359A3CvfJnCYaAiAde",
        "did:ebsi:z",
        "did:ebsi:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9Kbs",
        "did:ebsi:z0OIl"
      })
  void nothing_is_fetched_for_what_is_no_did(String did) {
    assertBad(
        with(Assertion.of(idToken().serialized(), key)
            .header("kid", did + "#key-1")
            .claim("iss", did)
            .claim("sub", did)),
        "id_token.key_known");
    assertThat(registry.requests()).isZero();
  }

  @Test
  void nothing_is_fetched_for_a_did_that_is_not_the_senders() {
    assertBad(with(idToken().claim("iss", "did:ebsi:zobuuYAHkAbRFCcqdcJfTgR")), "id_token.iss");
    assertThat(registry.requests()).isZero();
  }

  @Test
  void a_key_that_was_added_is_found_at_once() {
    assertCode(good());
    ECKey next = Keys.ec("key-2");
    Map<String, Object> document = document(key);
    document.put(
        "verificationMethod",
        List.of(
            method(key.toPublicJWK().toJSONObject()),
            Map.of(
                "id",
                DID + "#key-2",
                "type",
                "JsonWebKey2020",
                "controller",
                DID,
                "publicKeyJwk",
                next.toPublicJWK().toJSONObject())));
    document.put("authentication", List.of(KID, DID + "#key-2"));
    publish(document);
    asked = wallet.send(request);
    WalletIdentity newer = WalletIdentity.of(DID, DID + "#key-2", next);
    assertCode(with(IdToken.builder(newer, asked).clock(clock).sign().serialized()));
    assertThat(registry.requests()).isEqualTo(2);
  }

  private Refusal assertUnproven() {
    return assertBad(good(), "id_token.key_known");
  }

  private void assertGoodAfterwards() {
    publish(document(key));
    assertCode(good());
  }

  private void publish(Map<String, Object> document) {
    answer(aResponse()
        .withHeader("Content-Type", "application/did+ld+json")
        .withBody(Json.write(document)));
  }

  private void answer(ResponseDefinitionBuilder response) {
    registry.answer("/did-registry/v5/identifiers/" + DID, response);
  }

  private static Map<String, Object> document(JWK key) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", List.of("https://www.w3.org/ns/did/v1"));
    document.put("id", DID);
    document.put("verificationMethod", List.of(method(key.toPublicJWK().toJSONObject())));
    document.put("authentication", List.of(KID));
    return document;
  }

  private static Map<String, Object> method(Map<String, Object> jwk) {
    return Map.of("id", KID, "type", "JsonWebKey2020", "controller", DID, "publicKeyJwk", jwk);
  }
}
