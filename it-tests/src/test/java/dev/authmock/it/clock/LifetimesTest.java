package dev.authmock.it.clock;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.TOKEN_EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.it.support.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has a lifetime obeys the clock that a tester sets, whatever it is set to. */
class LifetimesTest extends ServiceTest {
  private static final Duration LIFETIME = Duration.ofSeconds(300);
  private static final Duration MEMORY = Duration.ofMinutes(10);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-06-01T00:00:00Z",
        "2262-04-11T23:45:00Z",
        "2500-01-01T00:00:00Z",
        "9999-12-31T00:00:00Z"
      })
  void a_code_expires_and_is_forgotten_in_any_year(String year) {
    set(year);
    String good = codes.preAuthorizedWithoutPin();
    String late = codes.preAuthorizedWithoutPin();

    advance(LIFETIME.minusMillis(1));
    requireGood(good);
    advance(Duration.ofMillis(1));
    requireExpired(late);
    advance(MEMORY.minusMillis(1));
    requireExpired(late);
    advance(Duration.ofMillis(1));
    requireUnknown(late);
  }

  @Test
  void a_code_expires_by_a_clock_that_runs_too() {
    post("resume");
    String code = codes.preAuthorizedWithoutPin();
    advance(LIFETIME);

    requireExpired(code);
  }

  @Test
  void a_code_stays_good_when_the_clock_is_set_back() {
    Instant start = clock.instant();
    String code = codes.preAuthorizedWithoutPin();
    String other = codes.preAuthorizedWithoutPin();
    set("1970-01-01T00:00:00Z");
    requireGood(code);

    set(start.plus(LIFETIME).toString());
    requireExpired(other);
  }

  @Test
  void an_expired_code_is_good_again_when_the_clock_is_set_back_before_its_end() {
    Instant start = clock.instant();
    String code = codes.preAuthorizedWithoutPin();
    advance(LIFETIME);
    requireExpired(code);

    set(start.toString());
    requireGood(code);
    requireUsed(code);
    set("1970-01-01T00:00:00Z");
    requireUsed(code);
  }

  @Test
  void a_code_that_was_said_to_be_unknown_stays_so_when_the_clock_is_set_back() {
    Instant start = clock.instant();
    String code = codes.preAuthorizedWithoutPin();
    advance(LIFETIME.plus(MEMORY));
    requireUnknown(code);

    set(start.toString());
    requireUnknown(code);
  }

  @Test
  void what_comes_after_a_trip_to_another_time_lives_its_lifetime() {
    Instant start = clock.instant();
    set("9999-12-31T23:59:59Z");
    codes.preAuthorizedWithoutPin();
    set("1970-01-01T00:00:00Z");
    codes.preAuthorizedWithoutPin();
    set(start.toString());

    String good = codes.preAuthorizedWithoutPin();
    String late = codes.preAuthorizedWithoutPin();
    advance(LIFETIME.minusMillis(1));
    requireGood(good);
    advance(Duration.ofMillis(1));
    requireExpired(late);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2262-04-12T00:00:00Z", "9000-01-01T00:00:00Z"})
  void the_assertions_of_clients_and_the_tokens_are_of_that_time(String time) {
    set(time);
    Wallet wallet = clients.register();
    Exchange answer = http.token(wallet.form(codes.forWallet(wallet)));

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    VerifiedToken token = VerifiedToken.of(
        answer.json().path("access_token").asText(), http.get(RawHttp.JWKS), sdk.issuer(), clock);
    assertThat(token.number("iat")).isEqualTo(Instant.parse(time).getEpochSecond());
    assertThat(token.number("exp")).isEqualTo(token.number("iat") + 86400);
  }

  @Test
  void an_assertion_that_is_used_is_a_replay_at_any_time_before_its_end() {
    Wallet wallet = clients.register();
    String assertion = wallet.assertion().serialized();
    Form first = Form.ofServiceWallet(wallet.clientId(), codes.forWallet(wallet), assertion);
    assertThat(http.token(first).status()).isEqualTo(200);

    Instant start = clock.instant();
    advance(Duration.ofSeconds(1));
    set(start.toString());
    Exchange again =
        http.token(Form.ofServiceWallet(wallet.clientId(), codes.forWallet(wallet), assertion));
    assertThat(again.json().path("check").asText()).isEqualTo("client_assertion.jti");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
  void at_both_ends_of_time_every_endpoint_answers(String end) {
    set(end);
    Wallet wallet = clients.register();
    assertThat(http.token(wallet.form(codes.forWallet(wallet))).status()).isEqualTo(200);
    Exchange offer = http.get(RawHttp.OFFER + "?credential_type=CTWalletSamePreAuthorisedInTime"
        + "&client_id=" + Codes.HOLDER);
    assertThat(offer.status()).as("%s", offer).isLessThan(400);
    requireGood(codes.preAuthorizedWithoutPin());
    assertThat(http.get("/mock/journal").status()).isEqualTo(200);
    assertThat(http.browse(http.get("/mock/journal")
                .json()
                .path("entries")
                .get(0)
                .path("url")
                .asText("/mock/journal"))
            .status())
        .isEqualTo(200);
  }

  private void set(String time) {
    send("PUT", "/mock/clock", Map.of("now", time));
  }

  private void advance(Duration by) {
    send("POST", "/mock/clock/advance", Map.of("by", by.toString()));
  }

  private void post(String what) {
    assertThat(http.request("POST", "/mock/clock/" + what).send().status()).isEqualTo(200);
  }

  private void send(String method, String path, Map<String, ?> body) {
    Exchange answer = http.request(method, path)
        .header("Content-Type", "application/json")
        .body(Json.write(body))
        .send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private void requireGood(String code) {
    Exchange answer = redeem(code);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private void requireExpired(String code) {
    assertThatProblem(redeem(code))
        .is(TOKEN_EXPIRED, "invalid_grant", "pre-authorized_code.not_expired");
  }

  private void requireUsed(String code) {
    assertThatProblem(redeem(code)).is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.unused");
  }

  private void requireUnknown(String code) {
    assertThatProblem(redeem(code)).is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.known");
  }

  private Exchange redeem(String code) {
    return http.token(Form.ofPreAuthorizedCode(code));
  }
}
