package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a credential says, with the members that EBSI's Verifiable Attestations have.
 *
 * @see <a href="https://www.w3.org/TR/vc-data-model-1.1/#json-web-token">VC Data Model 1.1, section
 *     6.3.1</a>
 */
class CredentialContentTest extends IssuanceTest {
  private static final long A_YEAR = 365L * 24 * 3600;

  @Test
  void the_answer_has_the_credential_and_the_next_c_nonce_and_no_more() {
    TokenHolder holder = holderOfToken(IN_TIME);
    Exchange answer = holder.requireGood(holder.cNonce());

    assertThat(names(answer.json()))
        .isEqualTo(Set.of("format", "credential", "c_nonce", "c_nonce_expires_in"));
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.header("cache-control")).contains("no-store");
    assertThat(answer.json().path("c_nonce").asText())
        .matches("[A-Za-z0-9_-]{22,}")
        .isNotEqualTo(holder.cNonce());
    assertThat(answer.json().path("c_nonce_expires_in").intValue()).isEqualTo(86400);
  }

  @Test
  void the_answer_for_a_deferred_type_has_an_acceptance_token_in_place_of_the_credential() {
    TokenHolder holder = holderOfToken(DEFERRED);
    Exchange answer = holder.requireGood(holder.cNonce());

    assertThat(names(answer.json()))
        .isEqualTo(Set.of("acceptance_token", "c_nonce", "c_nonce_expires_in"));
    assertThat(answer.json().path("acceptance_token").asText()).matches("[A-Za-z0-9_-]{22,}");
    assertThat(answer.header("cache-control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwt_vc", "jwt_vc_json"})
  void the_format_is_named_as_it_was_asked_for(String format) {
    TokenHolder holder = holderOfToken(IN_TIME);
    Map<String, Object> request = holder.request();
    request.put("format", format);

    Exchange answer = holder.ask(request);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().path("format").asText()).isEqualTo(format);
    verified(answer);
  }

  @Test
  void the_header_names_the_verification_method_of_the_issuer() {
    VerifiedCredential credential = issued(holderOfToken(IN_TIME));
    String issuer = String.valueOf(credential.claims().get("iss"));

    assertThat(credential.header())
        .containsEntry("alg", "ES256")
        .containsEntry("typ", "JWT")
        .containsEntry("kid", issuer + "#" + issuer.substring("did:key:".length()))
        .hasSize(3);
  }

  @Test
  void the_claims_say_who_of_whom_and_for_how_long() {
    TokenHolder holder = holderOfToken(IN_TIME);
    VerifiedCredential credential = issued(holder);
    long now = clock.instant().getEpochSecond();

    assertThat(credential.claims().keySet())
        .containsExactlyInAnyOrder("jti", "iss", "sub", "iat", "nbf", "exp", "vc");
    assertThat(credential.claims())
        .containsEntry("sub", holder.wallet().did())
        .containsEntry("iat", (int) now)
        .containsEntry("nbf", (int) now)
        .containsEntry("exp", (int) (now + A_YEAR));
  }

  @Test
  void the_vc_says_what_the_claims_say() {
    TokenHolder holder = holderOfToken(IN_TIME);
    VerifiedCredential credential = issued(holder);

    assertThat(credential.vc())
        .containsEntry("id", credential.claims().get("jti"))
        .containsEntry("issuer", credential.claims().get("iss"))
        .containsEntry("credentialSubject", Map.of("id", holder.wallet().did()))
        .containsEntry("issuanceDate", at(credential, "iat"))
        .containsEntry("issued", at(credential, "iat"))
        .containsEntry("validFrom", at(credential, "nbf"))
        .containsEntry("expirationDate", at(credential, "exp"));
  }

  @Test
  void the_vc_is_a_verifiable_attestation() {
    VerifiedCredential credential = issued(holderOfToken(IN_TIME));

    assertThat(credential.vc())
        .containsEntry("@context", List.of("https://www.w3.org/2018/credentials/v1"))
        .containsEntry("type", List.of("VerifiableCredential", "VerifiableAttestation", IN_TIME));
    assertThat(member(credential, "credentialSchema").path("type").asText())
        .isEqualTo("FullJsonSchemaValidator2021");
    assertThat(member(credential, "credentialSchema").path("id").asText()).startsWith("https://");
    assertThat(member(credential, "termsOfUse").path("type").asText())
        .isEqualTo("IssuanceCertificate");
    String terms = member(credential, "termsOfUse").path("id").asText();
    assertThat(http.get(terms).status()).isEqualTo(200);
  }

  @Test
  void each_credential_has_an_id_of_its_own() {
    TokenHolder holder = holderOfToken(IN_TIME);
    Exchange first = holder.requireGood(holder.cNonce());
    Exchange second = holder.requireGood(first.json().path("c_nonce").asText());

    assertThat(verified(first).claims().get("jti"))
        .isNotEqualTo(verified(second).claims().get("jti"));
  }

  @Test
  void the_types_may_be_asked_for_in_any_order_and_come_in_theirs() {
    TokenHolder holder = holderOfToken(IN_TIME);
    Map<String, Object> request = holder.request();
    request.put("types", List.of(IN_TIME, "VerifiableAttestation", "VerifiableCredential"));

    assertThat(verified(holder.ask(request)).vc())
        .containsEntry("type", List.of("VerifiableCredential", "VerifiableAttestation", IN_TIME));
  }

  private VerifiedCredential issued(TokenHolder holder) {
    return verified(holder.requireGood(holder.cNonce()));
  }

  private VerifiedCredential verified(Exchange answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return VerifiedCredential.of(
        answer.json().path("credential").asText(), http.get(RawHttp.ISSUER_MOCK + "/jwks"), clock);
  }

  private static String at(VerifiedCredential credential, String claim) {
    return Instant.ofEpochSecond(((Number) credential.claims().get(claim)).longValue())
        .toString();
  }

  private static JsonNode member(VerifiedCredential credential, String name) {
    return Json.read(Json.write(credential.vc().get(name)));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
