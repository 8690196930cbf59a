package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.RawHttp;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody looks at the body of a deferred credential request: known wallets send several kinds of nothing. */
class DeferredBodyTest extends IssuanceTest {
  private String acceptanceToken;

  @BeforeEach
  void ask() {
    TokenHolder holder = holderOfToken(DEFERRED);
    acceptanceToken =
        holder.requireGood(holder.cNonce()).json().path("acceptance_token").asText();
    clock.advance(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json | \"\"",
        "application/json | {}",
        "application/json | null",
        "application/json | {\"acceptance_token\":\"other\"}",
        "application/json | {{{{",
        "application/x-www-form-urlencoded | a=1&a=2&%zz",
        "text/plain | anything",
        "application/octet-stream | anything"
      })
  void whatever_the_body_is_the_credential_comes(String type, String body) {
    Exchange answer = call().header("Content-Type", type).body(body).send();

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().path("credential").asText()).startsWith("ey");
  }

  @Test
  void a_body_of_which_nobody_says_what_it_is_costs_the_wallet_nothing() {
    Exchange answer = call().header("Content-Type", "nonsense").body("anything").send();

    assertThatCredentialError(answer).is(415, "invalid_request", "request.media_type");
    assertThat(call().send().status()).isEqualTo(200);
  }

  @Test
  void an_empty_body_of_some_media_type_does_no_harm() {
    assertThat(call().header("Content-Type", "application/json").send().status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 60_000})
  void a_long_body_does_no_harm(int length) {
    Exchange answer = call()
        .header("Content-Type", "application/json")
        .body("[".repeat(length))
        .send();

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  @Test
  void a_body_beyond_64_kib_costs_the_wallet_nothing() {
    Exchange answer = call()
        .header("Content-Type", "application/json")
        .body("[".repeat(64 * 1024 + 1))
        .send();

    assertThat(answer.status()).as("%s", answer).isIn(200, 413);
    if (answer.status() == 413) {
      assertThatCredentialError(answer).is(413, "invalid_request", "request.size");
      assertThat(call().send().status()).isEqualTo(200);
    }
  }

  @Test
  void a_body_in_chunks_does_no_harm() {
    Exchange answer =
        call().header("Content-Type", "application/json").body("\"\"").chunked().send();

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private RawHttp.Call call() {
    return http.request("POST", RawHttp.DEFERRED)
        .header("Authorization", "Bearer " + acceptanceToken);
  }
}
