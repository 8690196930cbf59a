package dev.authmock.it;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.Refusal;
import dev.authmock.it.support.jwks.AssertionTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a client assertion has to claim.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 */
class ClientAssertionClaimsTest extends AssertionTest {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "exp"})
  void a_required_claim_must_be_there(String claim) {
    assertUnauthorized(wallet.rawAssertion().claim(claim, null), "client_assertion." + claim);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub"})
  void iss_and_sub_must_be_the_client_id(String claim) {
    assertUnauthorized(
        wallet.rawAssertion().claim(claim, clients.register().clientId()),
        "client_assertion." + claim);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub"})
  void iss_and_sub_must_be_the_client_id_to_the_letter(String claim) {
    assertUnauthorized(
        wallet.rawAssertion().claim(claim, wallet.clientId() + "/"), "client_assertion." + claim);
  }

  @Test
  void iss_must_not_be_the_server() {
    assertUnauthorized(
        wallet.rawAssertion().claim("iss", wallet.audience()), "client_assertion.iss");
  }

  @ParameterizedTest
  @MethodSource("notStrings")
  void iss_must_be_a_string(String json) {
    assertUnauthorized(wallet.rawAssertion().claim("iss", Json.read(json)), "client_assertion.iss");
  }

  @ParameterizedTest
  @MethodSource("notStrings")
  void sub_must_be_a_string(String json) {
    assertUnauthorized(wallet.rawAssertion().claim("sub", Json.read(json)), "client_assertion.sub");
  }

  static Stream<String> notStrings() {
    return Stream.of(
        "1",
        "true",
        "[\"https://issuer.example/auth\"]",
        "{\"id\":\"https://issuer.example/auth\"}",
        "null");
  }

  @Test
  void aud_may_be_the_issuer() {
    assertAccepted(wallet.rawAssertion().claim("aud", sdk.issuer()));
  }

  @Test
  void aud_may_be_the_token_endpoint() {
    assertAccepted(wallet.rawAssertion().claim("aud", sdk.tokenEndpoint()));
  }

  @Test
  void aud_may_be_an_array_with_this_server_in_it() {
    assertAccepted(wallet
        .rawAssertion()
        .claim("aud", List.of("https://other.example", sdk.issuer(), sdk.tokenEndpoint())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/tokens", "/register", "?a=b", "#token"})
  void aud_must_be_this_server_to_the_letter(String suffix) {
    String aud = suffix.isEmpty() ? http.base() : sdk.issuer() + suffix;
    assertUnauthorized(wallet.rawAssertion().claim("aud", aud), "client_assertion.aud");
  }

  @Test
  void aud_must_not_be_another_server() {
    assertUnauthorized(
        wallet.rawAssertion().claim("aud", "https://other.example/conformance/v3/auth-mock"),
        "client_assertion.aud");
  }

  @Test
  void aud_must_not_be_an_array_without_this_server() {
    assertUnauthorized(
        wallet.rawAssertion().claim("aud", List.of("https://other.example", wallet.clientId())),
        "client_assertion.aud");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "true",
        "[]",
        "[1]",
        "[[\"x\"]]",
        "{\"a\":\"b\"}",
        "null",
      })
  void aud_must_be_a_string_or_an_array_of_strings(String json) {
    assertUnauthorized(wallet.rawAssertion().claim("aud", Json.read(json)), "client_assertion.aud");
  }

  @Test
  void aud_must_not_have_something_else_beside_this_server() {
    assertUnauthorized(
        wallet.rawAssertion().claim("aud", List.of(sdk.issuer(), 1)), "client_assertion.aud");
  }

  @ParameterizedTest
  @MethodSource("notNumbers")
  void exp_must_be_a_number(String json) {
    assertUnauthorized(wallet.rawAssertion().claim("exp", Json.read(json)), "client_assertion.exp");
  }

  static Stream<String> notNumbers() {
    return Stream.of(
        "\"4102444800\"",
        "\"2100-01-01T00:00:00Z\"",
        "true",
        "[4102444800]",
        "{\"seconds\":4102444800}",
        "null");
  }

  @Test
  void an_assertion_is_good_until_a_minute_after_its_exp() {
    Assertion assertion = wallet.rawAssertion().claim("exp", clock.instant().plusSeconds(30));
    clock.advance(Duration.ofSeconds(30).plus(SKEW).minus(MILLISECOND));
    assertAccepted(assertion);
  }

  @Test
  void an_assertion_has_expired_a_minute_after_its_exp() {
    Assertion assertion = wallet.rawAssertion().claim("exp", clock.instant().plusSeconds(30));
    clock.advance(Duration.ofSeconds(30).plus(SKEW));
    assertExpired(assertion);
  }

  @Test
  void an_assertion_that_has_expired_long_ago_has_expired() {
    assertExpired(wallet.rawAssertion().claim("exp", clock.instant().minus(Duration.ofDays(1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "-9223372036854775808",
        "-1.5",
        "-1e300",
        "1e-300",
      })
  void exp_may_be_before_1970(String json) {
    assertExpired(wallet.rawAssertion().claim("exp", Json.read(json)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2147483648",
        "253402300800",
        "9223372036854775807",
        "99999999999999999999999",
        "1e300",
      })
  void exp_may_be_far_in_the_future(String json) {
    assertAccepted(wallet.rawAssertion().claim("exp", Json.read(json)));
  }

  @Test
  void exp_may_have_decimals() {
    BigDecimal now = BigDecimal.valueOf(clock.instant().getEpochSecond());
    assertAccepted(wallet.rawAssertion().claim("exp", now.add(new BigDecimal("-59.5"))));
  }

  @Test
  void the_decimals_of_exp_count() {
    BigDecimal now = BigDecimal.valueOf(clock.instant().getEpochSecond());
    assertExpired(wallet.rawAssertion().claim("exp", now.add(new BigDecimal("-60.5"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "nbf"})
  void iat_and_nbf_may_be_left_out(String claim) {
    assertAccepted(wallet.rawAssertion().claim(claim, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "nbf"})
  void iat_and_nbf_may_be_a_minute_in_the_future(String claim) {
    assertAccepted(wallet.rawAssertion().claim(claim, clock.instant().plus(SKEW)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "nbf"})
  void iat_and_nbf_must_not_be_further_in_the_future(String claim) {
    Instant border = clock.instant().plus(SKEW);
    assertUnauthorized(
        wallet.rawAssertion().claim(claim, border.plusSeconds(1)), "client_assertion." + claim);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "nbf"})
  void what_is_from_the_future_becomes_good_as_time_passes(String claim) {
    Assertion early =
        wallet.rawAssertion().claim(claim, clock.instant().plus(SKEW).plusSeconds(10));
    assertThatProblem(http.token(form(early.serialized())))
        .is(Kind.UNAUTHORIZED, "invalid_client", "client_assertion." + claim);
    clock.advance(Duration.ofSeconds(10));
    assertAccepted(early);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "nbf"})
  void iat_and_nbf_must_not_be_out_of_all_reason(String claim) {
    assertUnauthorized(
        wallet.rawAssertion().claim(claim, new BigDecimal("1e300")), "client_assertion." + claim);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "nbf"})
  void iat_and_nbf_may_be_long_ago(String claim) {
    assertAccepted(wallet.rawAssertion().claim(claim, -1));
  }

  @ParameterizedTest
  @MethodSource("notNumbers")
  void iat_must_be_a_number(String json) {
    assertUnauthorized(wallet.rawAssertion().claim("iat", Json.read(json)), "client_assertion.iat");
  }

  @ParameterizedTest
  @MethodSource("notNumbers")
  void nbf_must_be_a_number(String json) {
    assertUnauthorized(wallet.rawAssertion().claim("nbf", Json.read(json)), "client_assertion.nbf");
  }

  /** Known service wallets sign their whole token request. */
  @Test
  void the_parameters_of_the_request_may_be_claims_too() {
    assertAccepted(wallet
        .rawAssertion()
        .claim("grant_type", "authorization_code")
        .claim("client_id", wallet.clientId())
        .claim("code", code)
        .claim("redirect_uri", "https://issuer.example/callback")
        .claim("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
  }

  @Test
  void unknown_claims_are_ignored_whatever_they_are() {
    assertAccepted(wallet
        .rawAssertion()
        .claim("a", List.of(1, Map.of("b", "c")))
        .claim("nonce", NullNode.instance)
        .claim("azp", 1.5)
        .claim("cnf", Map.of("jwk", wallet.key().toPublicJWK().toJSONObject())));
  }

  private Refusal assertExpired(Assertion assertion) {
    return assertRefused(
        form(assertion.serialized()),
        Kind.TOKEN_EXPIRED,
        "invalid_client",
        "client_assertion.not_expired");
  }
}
