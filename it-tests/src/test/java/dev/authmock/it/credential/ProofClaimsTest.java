package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.jwks.RawJws;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A proof says who made it, for whom and when.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.2.1.1">OpenID4VCI
 *     draft 11, section 7.2.1.1</a>
 */
class ProofClaimsTest extends ProofTest {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration MAX_AGE = Duration.ofMinutes(5);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void the_iss_must_be_the_client_id() {
    for (Object iss : List.of(
        WalletIdentity.generate().did(),
        holder.wallet().did() + "#",
        holder.wallet().identity().kid(),
        sdk.issuer(),
        "",
        1,
        List.of(holder.wallet().did()))) {
      requireRefused(holder.proof().claim("iss", iss), "proof.iss");
    }
  }

  @Test
  void the_iss_may_be_left_out_where_the_client_id_is_the_did() {
    requireAccepted(holder.proof().withoutClaim("iss"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "1",
        "[]",
        "{}",
        "[1]",
        "\"https://issuer.example\"",
        "[\"https://issuer.example\"]",
        "\"did:key:z\""
      })
  void the_aud_must_be_the_credential_issuer(String json) {
    requireRefused(holder.proof().claim("aud", Json.read(json)), "proof.aud");
  }

  @Test
  void the_aud_must_be_the_credential_issuer_to_the_letter() {
    String issuer = sdk.credentialIssuer();
    for (String aud :
        List.of(sdk.issuer(), issuer + "/", issuer + "/credential", issuer + "#", http.base())) {
      requireRefused(holder.proof().claim("aud", aud), "proof.aud");
    }
    requireRefused(holder.proof().withoutClaim("aud"), "proof.aud");
  }

  @Test
  void the_aud_may_be_an_array_with_the_credential_issuer_in_it() {
    requireAccepted(
        holder.proof().claim("aud", List.of("https://issuer.example", sdk.credentialIssuer())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"1795000000\"", "[]", "{}", "true"})
  void the_iat_must_be_a_time(String json) {
    requireRefused(holder.proof().claim("iat", Json.read(json)), "proof.iat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e400", "-1e400", "1e30", "9223372036854775808", "1e18", "0.1e999999999"})
  void the_iat_must_be_within_all_time(String number) {
    String good = holder.proof().withoutClaim("iat").sign().serialized();
    String payload =
        decoded(good.split("\\.", -1)[1]).replaceFirst("\\{", "{\"iat\":" + number + ",");
    String proof = RawJws.signed(
        good.split("\\.", -1)[0], encoded(payload), holder.wallet().identity().key());

    Exchange answer = holder.ask(proof);
    assertThat(answer.json().path("check").asText())
        .as("%s", answer)
        .isIn("proof.jwt", "proof.iat", "proof.age");
    assertThat(answer.status()).isEqualTo(400);
    holder.requireGood(holder.cNonce());
  }

  @Test
  void the_iat_must_be_there() {
    requireRefused(holder.proof().withoutClaim("iat"), "proof.iat");
  }

  @Test
  void the_iat_must_not_be_in_the_future_but_for_a_skew() {
    requireRefused(holder.proof().claim("iat", now().plus(SKEW).plus(SECOND)), "proof.iat");
    requireAccepted(holder.proof().claim("iat", now().plus(SKEW)));
  }

  @Test
  void the_iat_must_not_be_more_than_5_minutes_ago() {
    requireRefused(holder.proof().claim("iat", now().minus(MAX_AGE).minus(SECOND)), "proof.age");
    requireRefused(holder.proof().claim("iat", 0), "proof.age");
    requireRefused(holder.proof().claim("iat", -1), "proof.age");
    requireAccepted(holder.proof().claim("iat", now().minus(MAX_AGE)));
  }

  @Test
  void a_proof_ages_by_the_clock_of_the_server() {
    String proof = holder.proof().lifetime(Duration.ofDays(1)).sign().serialized();
    TokenHolder first = holder;

    clock.advance(MAX_AGE.plus(SECOND));
    assertThat(first.ask(proof).json().path("check").asText()).isEqualTo("proof.age");
    first.requireGood(first.cNonce());
  }

  @Test
  void the_exp_may_be_left_out() {
    requireAccepted(holder.proof().withoutClaim("exp"));
  }

  @Test
  void the_exp_must_not_be_past_but_for_a_skew() {
    requireRefused(holder.proof().claim("exp", now().minus(SKEW)), "proof.not_expired");
    requireRefused(holder.proof().claim("exp", 0), "proof.not_expired");
    requireAccepted(holder.proof().claim("exp", now().minus(SKEW).plus(SECOND)));
  }

  @Test
  void the_exp_must_be_a_time() {
    for (Object exp : List.of("soon", List.of(), true)) {
      requireRefused(holder.proof().claim("exp", exp), "proof.not_expired");
    }
  }

  @Test
  void the_nbf_must_not_be_in_the_future_but_for_a_skew() {
    requireRefused(holder.proof().claim("nbf", now().plus(SKEW).plus(SECOND)), "proof.nbf");
    requireRefused(holder.proof().claim("nbf", "now"), "proof.nbf");
    requireAccepted(holder.proof().claim("nbf", now().plus(SKEW)));
  }

  @Test
  void other_claims_are_ignored() {
    requireAccepted(holder.proof().claim("jti", "1").claim("sub", List.of()).claim("x", "y"));
  }

  private Instant now() {
    return clock.instant();
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
