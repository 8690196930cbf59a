package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody gets a credential without a bearer token, or with something else in its place.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
class AccessTokenTest extends IssuanceTest {
  private TokenHolder holder;

  @BeforeEach
  void redeem() {
    holder = holderOfToken(IN_TIME);
  }

  @Test
  void without_a_token_nobody_is_told_of_a_wrong_one() {
    Exchange answer =
        http.post(RawHttp.CREDENTIAL, "application/json", Json.write(holder.request()));

    assertThatCredentialError(answer).is(401, "invalid_token", "access_token.present");
    assertThat(answer.header("www-authenticate")).contains("Bearer");
    holder.requireGood(holder.cNonce());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic dXNlcjpwYXNzd29yZA==",
        "DPoP eyJhbGciOiJFUzI1NiJ9.e30.c2ln",
        "Bearer",
        "Bearereyg",
        "Token abc",
        "eyJhbGciOiJFUzI1NiJ9.e30.c2ln"
      })
  void another_scheme_is_no_bearer_token(String authorization) {
    Exchange answer = ask(authorization);

    assertThatCredentialError(answer).is(401, "invalid_token", "access_token.present");
    assertThat(answer.header("www-authenticate")).contains("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "a.b",
        "a.b.c",
        "a.b.c.d.e",
        "..",
        "e30.e30.e30",
        "eyJhbGciOiJFUzI1NiJ9.W10.c2ln",
        "null",
        "two words",
        "with,comma"
      })
  void what_is_no_jwt_is_no_access_token(String token) {
    Exchange answer = ask("Bearer " + token);

    assertThat(answer.json().path("check").asText())
        .as("%s", answer)
        .isIn("access_token.jwt", "access_token.alg");
    requireWrongToken(answer, answer.json().path("check").asText());
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 4000, 7000})
  void a_long_token_is_refused_like_any_other(int length) {
    requireWrongToken(ask("Bearer " + "A".repeat(length)), "access_token.jwt");
  }

  @Test
  void the_scheme_may_be_in_any_case() {
    for (String scheme : new String[] {"bearer", "BEARER", "bEaReR"}) {
      TokenHolder another = holderOfToken(IN_TIME);
      Exchange answer = http.request("POST", RawHttp.CREDENTIAL)
          .header("authorization", scheme + " " + another.accessToken())
          .header("Content-Type", "application/json")
          .body(Json.write(another.request()))
          .send();
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
  }

  @Test
  void a_token_ends_after_a_day_to_the_second() {
    clock.advance(Duration.ofSeconds(86399));
    holder.requireGood(holder.cNonce());
    clock.advance(Duration.ofSeconds(1));

    requireWrongToken(ask("Bearer " + holder.accessToken()), "access_token.not_expired");
  }

  @Test
  void an_id_token_in_its_place_is_refused() {
    requireWrongToken(ask("Bearer " + holder.tokens().getIdToken()), "access_token.aud");
  }

  @Test
  void a_credential_in_its_place_is_refused() {
    String credential =
        holder.requireGood(holder.cNonce()).json().path("credential").asText();

    requireWrongToken(ask("Bearer " + credential), "access_token.kid");
  }

  @Test
  void a_proof_in_its_place_is_refused() {
    requireWrongToken(ask("Bearer " + holder.proof().sign().serialized()), "access_token.kid");
  }

  @Test
  void an_acceptance_token_in_its_place_is_refused() {
    TokenHolder later = holderOfToken(DEFERRED);
    String acceptanceToken =
        later.requireGood(later.cNonce()).json().path("acceptance_token").asText();

    requireWrongToken(ask("Bearer " + acceptanceToken), "access_token.jwt");
  }

  @Test
  void a_token_in_the_body_or_the_query_is_not_looked_at() {
    Exchange answer = http.post(
        RawHttp.CREDENTIAL + "?access_token=" + holder.accessToken(),
        "application/json",
        Json.write(holder.request()));

    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    assertThat(answer.json().path("check").asText()).isEqualTo("access_token.present");
  }

  private void requireWrongToken(Exchange answer, String check) {
    assertThatCredentialError(answer).is(401, "invalid_token", check);
    assertThat(answer.header("www-authenticate")).contains("Bearer error=\"invalid_token\"");
  }

  private Exchange ask(String authorization) {
    return http.request("POST", RawHttp.CREDENTIAL)
        .header("Authorization", authorization)
        .header("Content-Type", "application/json")
        .body(Json.write(holder.request()))
        .send();
  }
}
