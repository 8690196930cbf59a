package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.sdk.control.model.TokenShapeOrder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the credential endpoint makes of an access token that a tester has shaped. */
class ShapedAccessTokenTest extends IssuanceTest {

  @Test
  void with_more_claims_it_is_as_good_as_any() {
    shape(new TokenShapeOrder()
        .claims(Map.of("role", "auditor", "address", Map.of("country", "BE")))
        .accessTokenClaims(Map.of("padding", "x".repeat(12_000))));
    TokenHolder holder = holderOfToken(IN_TIME);

    holder.requireGood(holder.cNonce());
  }

  @Test
  void it_is_good_for_as_long_as_it_says() {
    shape(new TokenShapeOrder().lifetime(60));
    TokenHolder holder = holderOfToken(IN_TIME);

    clock.advance(Duration.ofSeconds(59));
    Exchange answer = holder.requireGood(holder.cNonce());
    assertThat(answer.json().path("c_nonce_expires_in").intValue()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertThatCredentialError(holder.ask(holder.request()))
        .is(401, "invalid_token", "access_token.not_expired");
  }

  @Test
  void with_a_long_life_its_nonces_are_kept_as_long() {
    shape(new TokenShapeOrder().lifetime(31_536_000));
    TokenHolder holder = holderOfToken(IN_TIME);
    Exchange first = holder.requireGood(holder.cNonce());
    assertThat(first.json().path("c_nonce_expires_in").intValue()).isEqualTo(86_400);

    clock.advance(Duration.ofDays(364));
    assertThatCredentialError(holder.ask(holder.proof(holder.cNonce()).sign().serialized()))
        .is(400, "invalid_or_missing_proof", "proof.nonce_unused");
    holder.requireGood(first.json().path("c_nonce").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "iss, '\"https://evil.example\"', access_token.iss",
    "iss, null, access_token.iss",
    "aud, '\"https://evil.example\"', access_token.aud",
    "aud, null, access_token.aud",
    "exp, 1, access_token.not_expired",
    "exp, '\"soon\"', access_token.not_expired",
    "exp, null, access_token.not_expired",
    "nbf, 4102444800, access_token.nbf",
    "jti, null, access_token.claims",
    "jti, {}, access_token.claims",
    "sub, null, access_token.claims",
    "sub, 7, access_token.claims",
    "claims, null, access_token.claims",
    "claims, {}, access_token.claims"
  })
  void without_what_it_needs_it_is_refused_for_that(String claim, String json, String check) {
    TokenHolder holder = holderOfShaped(claim, json);

    assertThatCredentialError(holder.ask(holder.request())).is(401, "invalid_token", check);
  }

  @ParameterizedTest
  @CsvSource({
    "exp, 9999999999999999999999",
    "exp, 1e300",
    "iat, '\"yesterday\"'",
    "iat, null",
    "nonce, null",
    "nbf, 1"
  })
  void whatever_else_is_odd_about_it_does_not_matter(String claim, String json) {
    TokenHolder holder = holderOfShaped(claim, json);

    Exchange answer = holder.ask(holder.request());
    assertThat(answer.status()).as("%s", answer).isIn(200, 401);
  }

  @Test
  void with_another_subject_it_is_good_for_proofs_of_that_subject_only() {
    shape(
        new TokenShapeOrder().subject("did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9Kb"));
    TokenHolder holder = holderOfToken(IN_TIME);

    assertThatCredentialError(holder.ask(holder.request()))
        .is(400, "invalid_or_missing_proof", "proof.holder")
        .saying("did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9Kb");
  }

  private TokenHolder holderOfShaped(String claim, String json) {
    Exchange answer = http.post(
        "/mock/token-shapes",
        "application/json",
        "{\"access_token_claims\":{\"" + claim + "\":" + json + "}}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return holderOfToken(IN_TIME);
  }

  private void shape(TokenShapeOrder order) {
    sdk.control().tokenShapes().add(order);
  }
}
