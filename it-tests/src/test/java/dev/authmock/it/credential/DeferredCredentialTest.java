package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.CredentialException;
import dev.authmock.sdk.wallet.HolderWallet;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A deferred credential is there after 5 seconds, once, for whoever has the acceptance_token.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-9">OpenID4VCI
 *     draft 11, section 9</a>
 */
class DeferredCredentialTest extends IssuanceTest {
  private static final Duration DEFERRAL = Duration.ofSeconds(5);

  private TokenHolder holder;
  private String acceptanceToken;

  @BeforeEach
  void ask() {
    holder = holderOfToken(DEFERRED);
    acceptanceToken = deferred(holder);
  }

  @Test
  void before_5_seconds_the_issuance_is_pending_and_after_them_it_is_done() {
    clock.advance(DEFERRAL.minusMillis(1));
    assertThatCredentialError(collect(acceptanceToken))
        .is(400, "issuance_pending", "credential.ready");
    clock.advance(Duration.ofMillis(1));

    Exchange answer = requireCredential(acceptanceToken);
    Set<String> names = new HashSet<>();
    answer.json().fieldNames().forEachRemaining(names::add);
    assertThat(names).isEqualTo(Set.of("format", "credential"));
    assertThat(answer.header("cache-control")).contains("no-store");
  }

  @Test
  void asking_too_early_however_often_costs_nothing() {
    for (int i = 0; i < 20; i++) {
      assertThatCredentialError(collect(acceptanceToken))
          .is(400, "issuance_pending", "credential.ready");
    }
    clock.advance(DEFERRAL);
    requireCredential(acceptanceToken);
  }

  @Test
  void a_wallet_that_has_no_patience_is_told_that_it_is_pending() {
    HolderWallet wallet =
        HolderWallet.builder(sdk).clock(clock).patience(Duration.ZERO).build();
    Throwable thrown = catchThrowable(() -> wallet.awaitCredential(acceptanceToken));

    assertThatCredentialError(thrown).is(400, "issuance_pending", "credential.ready");
    assertThat(((CredentialException) thrown).isPending()).isTrue();
  }

  @Test
  void the_credential_is_about_the_wallet_and_of_the_time_at_which_it_is_fetched() {
    clock.advance(Duration.ofHours(3));
    VerifiedCredential credential = VerifiedCredential.of(
        requireCredential(acceptanceToken).json().path("credential").asText(),
        http.get(RawHttp.ISSUER_MOCK + "/jwks"),
        clock);

    assertThat(credential.claims())
        .containsEntry("sub", holder.wallet().did())
        .containsEntry("iat", (int) clock.instant().getEpochSecond());
    assertThat(credential.vc()).containsEntry("type", typesOf(DEFERRED));
  }

  @Test
  void the_format_is_that_which_was_asked_for() {
    TokenHolder other = holderOfToken(DEFERRED);
    Map<String, Object> request = other.request();
    request.put("format", "jwt_vc_json");
    String token = other.ask(request).json().path("acceptance_token").asText();

    clock.advance(DEFERRAL);
    assertThat(requireCredential(token).json().path("format").asText()).isEqualTo("jwt_vc_json");
  }

  @Test
  void an_acceptance_token_is_good_once() {
    clock.advance(DEFERRAL);
    requireCredential(acceptanceToken);

    for (int i = 0; i < 3; i++) {
      requireWrongToken(collect(acceptanceToken), "acceptance_token.unused");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "a.b.c", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "two words"})
  void an_acceptance_token_that_nobody_gave_is_refused(String token) {
    requireWrongToken(collect(token), "acceptance_token.known");
  }

  @Test
  void other_tokens_and_nonces_in_its_place_are_refused() {
    clock.advance(DEFERRAL);
    requireWrongToken(collect(holder.accessToken()), "acceptance_token.known");
    requireWrongToken(collect(holder.tokens().getIdToken()), "acceptance_token.known");
    requireWrongToken(collect(holder.cNonce()), "acceptance_token.known");
    requireCredential(acceptanceToken);
  }

  @Test
  void an_acceptance_token_ends_after_a_day_and_is_then_forgotten() {
    String other = deferred(holderOfToken(DEFERRED));

    clock.advance(Duration.ofDays(1).minusMillis(1));
    requireCredential(other);
    clock.advance(Duration.ofMillis(1));
    requireWrongToken(collect(acceptanceToken), "acceptance_token.not_expired");
    clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    requireWrongToken(collect(acceptanceToken), "acceptance_token.known");
  }

  @Test
  void without_a_token_nobody_is_told_of_a_wrong_one() {
    requireNoToken(http.request("POST", RawHttp.DEFERRED).send());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic dXNlcjpwYXNzd29yZA==", "Bearer", "Bearer ", "DPoP abc"})
  void another_scheme_is_no_bearer_token(String authorization) {
    requireNoToken(http.request("POST", RawHttp.DEFERRED)
        .header("Authorization", authorization)
        .send());
  }

  @Test
  void a_reset_forgets_what_was_deferred() {
    sdk.control().reset();

    requireWrongToken(collect(acceptanceToken), "acceptance_token.known");
  }

  private String deferred(TokenHolder asking) {
    return asking.requireGood(asking.cNonce()).json().path("acceptance_token").asText();
  }

  private Exchange requireCredential(String token) {
    Exchange answer = collect(token);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer;
  }

  private void requireWrongToken(Exchange answer, String check) {
    assertThatCredentialError(answer).is(401, "invalid_token", check);
    assertThat(answer.header("www-authenticate")).contains("Bearer error=\"invalid_token\"");
  }

  private void requireNoToken(Exchange answer) {
    assertThatCredentialError(answer).is(401, "invalid_token", "acceptance_token.present");
    assertThat(answer.header("www-authenticate")).contains("Bearer");
  }

  private Exchange collect(String token) {
    return http.request("POST", RawHttp.DEFERRED)
        .header("Authorization", "Bearer " + token)
        .send();
  }
}
