package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.AuthorizationDetail;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the tokens say, read by a JOSE library that is not ours; protocol.md, section 2. */
class TokenClaimsTest extends ServiceTest {
  private static final List<String> TYPES =
      List.of("VerifiableCredential", "VerifiableAttestation", "CTWalletSameAuthorisedInTime");

  @Test
  void the_access_token_is_a_jwt_signed_with_es256_by_a_published_key() {
    VerifiedToken token = accessToken(preAuthorized(order()), sdk.issuer());

    assertThat(token.header())
        .containsOnlyKeys("typ", "alg", "kid")
        .contains(entry("typ", "JWT"), entry("alg", "ES256"));
    assertThat(http.get(RawHttp.JWKS).json().findValuesAsText("kid"))
        .contains((String) token.header().get("kid"));
  }

  @Test
  void the_access_token_says_who_may_do_what_for_how_long() {
    Exchange answer = preAuthorized(order());
    VerifiedToken token = accessToken(answer, sdk.issuer());

    assertThat(token.claims())
        .containsOnlyKeys("iss", "sub", "aud", "iat", "exp", "jti", "nonce", "claims");
    assertThat(token.claim("iss")).isEqualTo(sdk.issuer());
    assertThat(token.claim("sub")).isEqualTo(Codes.HOLDER);
    assertThat(token.claim("aud")).isEqualTo(sdk.issuer());
    assertThat(token.number("iat")).isEqualTo(clock.instant().getEpochSecond());
    assertThat(token.number("exp")).isEqualTo(token.number("iat") + 86400);
    assertThat((String) token.claim("jti")).isNotEmpty();
    assertThat((String) token.claim("nonce")).isNotEmpty();
  }

  @Test
  void the_claims_object_is_where_ebsi_issuers_look() {
    Exchange answer = preAuthorized(order().authorizationDetails(List.of(detail())));
    Map<?, ?> claims = (Map<?, ?>) accessToken(answer, sdk.issuer()).claim("claims");

    assertThat(claims).hasSize(4);
    assertThat(claims.get("authorization_details"))
        .isEqualTo(
            List.of(Map.of("type", "openid_credential", "format", "jwt_vc", "types", TYPES)));
    assertThat(claims.get("c_nonce")).isEqualTo(answer.json().path("c_nonce").asText());
    assertThat(claims.get("c_nonce_expires_in")).isEqualTo(86400);
    assertThat(claims.get("client_id")).isEqualTo(Codes.HOLDER);
  }

  @Test
  void the_audience_of_the_access_token_is_the_locations_of_the_first_authorization_detail() {
    Exchange answer = preAuthorized(order()
        .authorizationDetails(List.of(
            detail().locations(List.of("https://one.example", "https://two.example")),
            detail().locations(List.of("https://three.example")))));

    VerifiedToken token = accessToken(answer, "https://two.example");
    assertThat(token.list("aud").toArray())
        .containsExactly("https://one.example", "https://two.example");
  }

  @Test
  void without_locations_in_the_first_detail_the_audience_is_the_authorization_server() {
    Exchange answer = preAuthorized(order()
        .authorizationDetails(
            List.of(detail(), detail().locations(List.of("https://three.example")))));

    assertThat(accessToken(answer, sdk.issuer()).claim("aud")).isEqualTo(sdk.issuer());
  }

  @Test
  void the_subject_is_the_did_that_the_code_is_about() {
    Wallet wallet = clients.register();
    String did = "did:ebsi:zvHWX359A3CvfJnCYaAiAde";
    Exchange answer = http.token(wallet.form(
        codes.minted(new AuthorizationCodeOrder().clientId(wallet.clientId()).subject(did))));

    VerifiedToken token = accessToken(answer, sdk.issuer());
    assertThat(token.claim("sub")).isEqualTo(did);
    assertThat((Map<?, ?>) token.claim("claims"))
        .isNotNull()
        .extracting("client_id")
        .isEqualTo(wallet.clientId());
    assertThat(idToken(answer, wallet.clientId()).claim("sub")).isEqualTo(did);
  }

  @Test
  void the_subject_of_a_service_wallet_without_a_did_is_its_client_id() {
    Wallet wallet = clients.register();
    Exchange answer = http.token(wallet.form(codes.forWallet(wallet)));

    assertThat(accessToken(answer, sdk.issuer()).claim("sub")).isEqualTo(wallet.clientId());
  }

  @Test
  void the_id_token_is_for_the_client() {
    VerifiedToken token = idToken(preAuthorized(order()), Codes.HOLDER);

    assertThat(token.header()).contains(entry("alg", "ES256")).containsKey("kid");
    assertThat(token.claims()).containsOnlyKeys("iss", "sub", "aud", "iat", "exp");
    assertThat(token.claim("iss")).isEqualTo(sdk.issuer());
    assertThat(token.claim("sub")).isEqualTo(Codes.HOLDER);
    assertThat(token.claim("aud")).isEqualTo(Codes.HOLDER);
    assertThat(token.number("iat")).isEqualTo(clock.instant().getEpochSecond());
    assertThat(token.number("exp")).isEqualTo(token.number("iat") + 86400);
  }

  @Test
  void both_tokens_carry_the_nonce_of_the_authorization_request() {
    Wallet wallet = clients.register();
    Exchange answer = http.token(wallet.form(codes.minted(
        new AuthorizationCodeOrder().clientId(wallet.clientId()).nonce("n-0S6_WzA2Mj"))));

    assertThat(accessToken(answer, sdk.issuer()).claim("nonce")).isEqualTo("n-0S6_WzA2Mj");
    assertThat(idToken(answer, wallet.clientId()).claim("nonce")).isEqualTo("n-0S6_WzA2Mj");
  }

  @Test
  void the_tokens_are_dated_by_the_servers_clock() {
    clock.advance(Duration.ofDays(400));

    assertThat(accessToken(preAuthorized(order()), sdk.issuer()).number("iat"))
        .isEqualTo(clock.instant().getEpochSecond());
  }

  @Test
  void no_two_answers_have_a_nonce_or_a_token_id_in_common() {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      Exchange answer = preAuthorized(order());
      VerifiedToken token = accessToken(answer, sdk.issuer());
      String nonce = answer.json().path("c_nonce").asText();
      // 128 bits in base64url are 22 characters.
      assertThat(nonce).hasSizeGreaterThanOrEqualTo(22);
      assertThat(seen.add(nonce)).isTrue();
      assertThat(seen.add(token.claim("jti"))).isTrue();
      assertThat(seen.add(token.claim("nonce"))).isTrue();
    }
  }

  @Test
  void an_answer_with_tokens_must_not_be_stored() {
    Exchange answer = preAuthorized(order());

    assertThat(answer.header("cache-control")).contains("no-store");
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "access_token",
            "id_token",
            "token_type",
            "expires_in",
            "c_nonce",
            "c_nonce_expires_in");
  }

  private static PreAuthorizedCodeOrder order() {
    return new PreAuthorizedCodeOrder().clientId(Codes.HOLDER).userPinRequired(false);
  }

  private static AuthorizationDetail detail() {
    return new AuthorizationDetail().type("openid_credential").format("jwt_vc").types(TYPES);
  }

  private Exchange preAuthorized(PreAuthorizedCodeOrder order) {
    Exchange answer =
        http.token(Form.ofPreAuthorizedCode(codes.minted(order).getPreAuthorizedCode()));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer;
  }

  private VerifiedToken accessToken(Exchange answer, String audience) {
    return verified(answer, "access_token", audience);
  }

  private VerifiedToken idToken(Exchange answer, String audience) {
    return verified(answer, "id_token", audience);
  }

  private VerifiedToken verified(Exchange answer, String member, String audience) {
    return VerifiedToken.of(
        answer.json().path(member).asText(), http.get(RawHttp.JWKS), audience, clock);
  }
}
