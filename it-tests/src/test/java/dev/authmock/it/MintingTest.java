package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static dev.authmock.it.support.Kind.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.AuthorizationDetail;
import dev.authmock.sdk.control.model.MintedAuthorizationCode;
import dev.authmock.sdk.control.model.MintedPreAuthorizedCode;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes made to order, and orders that can't be made. */
class MintingTest extends ServiceTest {
  private static final String CODES = "/mock/authorization-codes";
  private static final String PRE_AUTHORIZED_CODES = "/mock/pre-authorized-codes";
  private static final String URL = "https://issuer.example/auth";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @Test
  void all_that_can_be_bound_to_a_code_holds_for_its_redemption() {
    Wallet wallet = clients.register();
    Pkce pkce = Pkce.generate();
    String code = codes.minted(new AuthorizationCodeOrder()
        .clientId(wallet.clientId())
        .subject("did:ebsi:zvHWX359A3CvfJnCYaAiAde")
        .redirectUri(URL)
        .codeChallenge(pkce.challenge())
        .codeChallengeMethod("S256")
        .nonce("n-0S6_WzA2Mj")
        .addAuthorizationDetailsItem(new AuthorizationDetail()
            .type("openid_credential")
            .format("jwt_vc")
            .types(List.of("VerifiableCredential"))
            .locations(List.of("https://issuer.example")))
        .lifetime(60));

    Exchange answer = http.token(
        wallet.form(code).with("redirect_uri", URL).with("code_verifier", pkce.verifier()));
    VerifiedToken token = VerifiedToken.of(
        answer.json().path("access_token").asText(),
        http.get(RawHttp.JWKS),
        "https://issuer.example",
        clock);
    assertThat(token.claim("sub")).isEqualTo("did:ebsi:zvHWX359A3CvfJnCYaAiAde");
    assertThat(token.claim("nonce")).isEqualTo("n-0S6_WzA2Mj");
    assertThat(token.claim("claims").toString()).contains("jwt_vc", "VerifiableCredential");
  }

  @Test
  void a_code_lives_300_seconds_unless_ordered_otherwise() {
    AuthorizationCodeOrder order = new AuthorizationCodeOrder().clientId(URL);
    PreAuthorizedCodeOrder offer = new PreAuthorizedCodeOrder().clientId(Codes.HOLDER);

    assertThat(sdk.control().mintAuthorizationCode(order).getExpiresIn()).isEqualTo(300);
    assertThat(sdk.control().mintAuthorizationCode(order.lifetime(7)).getExpiresIn())
        .isEqualTo(7);
    assertThat(codes.minted(offer).getExpiresIn()).isEqualTo(300);
    assertThat(codes.minted(offer.lifetime(7)).getExpiresIn()).isEqualTo(7);
  }

  @Test
  void no_two_codes_are_the_same_and_none_can_be_guessed() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      MintedAuthorizationCode code =
          sdk.control().mintAuthorizationCode(new AuthorizationCodeOrder().clientId(URL));
      String preAuthorized = codes.preAuthorizedWithoutPin();
      assertThat(code.getCode()).hasSizeGreaterThanOrEqualTo(22);
      assertThat(preAuthorized).hasSizeGreaterThanOrEqualTo(22);
      assertThat(seen.add(code.getCode()) && seen.add(preAuthorized)).isTrue();
    }
  }

  @Test
  void the_pin_is_derived_from_the_subject_unless_one_is_given() {
    PreAuthorizedCodeOrder order = new PreAuthorizedCodeOrder().clientId(URL);

    MintedPreAuthorizedCode derived = codes.minted(order.subject(Codes.HOLDER));
    assertThat(derived.getUserPinRequired()).isTrue();
    assertThat(derived.getUserPin()).isEqualTo(Codes.DERIVED_PIN);
    assertThat(codes.minted(order.userPin("00000001")).getUserPin()).isEqualTo("00000001");
  }

  @Test
  void a_code_that_asks_for_no_pin_has_none() {
    MintedPreAuthorizedCode minted =
        codes.minted(new PreAuthorizedCodeOrder().clientId(URL).userPinRequired(false));

    assertThat(minted.getUserPinRequired()).isFalse();
    assertThat(minted.getUserPin()).isNull();
  }

  @Test
  void an_answer_with_a_code_must_not_be_stored() {
    Exchange answer = order(CODES, Map.of("client_id", URL));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("cache-control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wallet",
        "did:ebsi:zvHWX359A3CvfJnCYaAiAde",
        "did:key:",
        "https://",
        "ftp://a.example"
      })
  void a_code_is_for_a_url_or_a_did_key(String clientId) {
    assertThatProblem(order(CODES, Map.of("client_id", clientId)))
        .is(BAD_REQUEST, "invalid_request", "mint.client_id");
    assertThatProblem(
            order(PRE_AUTHORIZED_CODES, Map.of("client_id", clientId, "user_pin_required", false)))
        .is(BAD_REQUEST, "invalid_request", "mint.client_id");
  }

  @Test
  void a_holder_wallets_code_needs_a_code_challenge() {
    assertThatProblem(order(CODES, Map.of("client_id", Codes.HOLDER)))
        .is(BAD_REQUEST, "invalid_request", "mint.code_challenge");
  }

  @ParameterizedTest
  @CsvSource({
    "lifetime, 0",
    "lifetime, -1",
    "lifetime, 86401",
    "lifetime, 1e9",
    "lifetime, 99999999999",
    "lifetime, 4294967596",
    "lifetime, -4294967291",
    "lifetime, 18446744073709551676",
    "lifetime, '\"x\"'",
    "lifetime, 1.5",
    "lifetime, true",
    "lifetime, []",
    "code_challenge_method, '\"plain\"'",
    "code_challenge_method, '\"s256\"'",
    "code_challenge, '\"short\"'",
    "code_challenge, '\"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM\"'",
    "subject, '\"not a DID\"'",
    "subject, '\"did:\"'",
    "client_id, '\"\"'",
    "client_id, null",
    "nonce, {}",
    "redirect_uri, 7",
    "authorization_details, {}",
    "authorization_details, [7]",
    "authorization_details, '[{}]'",
    "authorization_details, '[{\"type\":\"t\",\"locations\":\"x\"}]'"
  })
  void what_the_contract_does_not_allow_is_refused(String member, String json) {
    Map<String, Object> order = new HashMap<>(Map.of("client_id", URL));
    order.put(member, Json.read(json));

    Exchange answer = order(CODES, order);
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().path("check").asText()).isIn("request.valid", "request.readable");
    assertThatProblem(answer)
        .is(BAD_REQUEST, "invalid_request", answer.json().path("check").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789", "12a4", "", " 1", "١٢٣٤"})
  void a_pin_is_up_to_8_digits(String pin) {
    assertThatProblem(
            order(PRE_AUTHORIZED_CODES, Map.of("client_id", Codes.HOLDER, "user_pin", pin)))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
  }

  @Test
  void a_pin_must_be_given_or_derivable_or_not_required() {
    assertThatProblem(order(PRE_AUTHORIZED_CODES, Map.of("client_id", URL)))
        .is(BAD_REQUEST, "invalid_request", "mint.user_pin");
    assertThatProblem(order(
            PRE_AUTHORIZED_CODES,
            Map.of("client_id", URL, "user_pin_required", false, "user_pin", "87654321")))
        .is(BAD_REQUEST, "invalid_request", "mint.user_pin")
        .leaksNone("87654321");
  }

  @Test
  void authorization_details_are_bounded() {
    Object detail = Map.of("type", "openid_credential");

    assertThatProblem(order(
            CODES,
            Map.of("client_id", URL, "authorization_details", Collections.nCopies(21, detail))))
        .is(BAD_REQUEST, "invalid_request", "request.valid")
        .saying("authorization_details");
  }

  @Test
  void an_order_is_json() {
    assertThatProblem(http.post(CODES, RawHttp.FORM, "client_id=x"))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
    assertThatProblem(http.get(CODES)).is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
    for (String body : List.of("", "{", "[]", "null", "7", "[".repeat(10_000))) {
      Exchange answer = http.post(CODES, "application/json", body);
      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      assertThat(answer.json().path("check").asText()).isIn("request.valid", "request.readable");
    }
  }

  @Test
  void a_minted_code_is_in_the_journal_as_a_fingerprint_only() {
    String code = order(
            CODES,
            Map.of("client_id", Codes.HOLDER, "code_challenge", CHALLENGE, "nonce", "n-0S6_WzA2Mj"))
        .json()
        .path("code")
        .asText();
    String preAuthorized = order(
            PRE_AUTHORIZED_CODES, Map.of("client_id", Codes.HOLDER, "user_pin", "87654321"))
        .json()
        .path("pre-authorized_code")
        .asText();

    Exchange journal = http.get("/mock/journal");
    assertThat(journal.json().path("total").intValue()).isGreaterThanOrEqualTo(2);
    assertThat(journal.body()).doesNotContain(code, preAuthorized, "87654321");
  }

  private Exchange order(String path, Map<String, ?> order) {
    return http.post(path, "application/json", Json.write(order));
  }
}
