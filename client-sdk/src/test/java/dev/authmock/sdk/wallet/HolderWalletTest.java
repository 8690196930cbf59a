package dev.authmock.sdk.wallet;

import static dev.authmock.sdk.wallet.FakeMock.AS;
import static dev.authmock.sdk.wallet.FakeMock.CI;
import static dev.authmock.sdk.wallet.FakeMock.CLOCK;
import static dev.authmock.sdk.wallet.FakeMock.TYPES;
import static dev.authmock.sdk.wallet.FakeMock.claims;
import static dev.authmock.sdk.wallet.FakeMock.json;
import static dev.authmock.sdk.wallet.FakeMock.jwt;
import static dev.authmock.sdk.wallet.FakeMock.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import dev.authmock.sdk.AuthorizationException;
import dev.authmock.sdk.AuthorizationResponse;
import dev.authmock.sdk.CredentialException;
import dev.authmock.sdk.FakePeer;
import dev.authmock.sdk.FakePeer.Answer;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.CredentialResponse;
import dev.authmock.sdk.conformance.model.TokenResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolderWalletTest {

  private static final Map<String, Object> PRE_AUTHORIZED = Map.of(
      "urn:ietf:params:oauth:grant-type:pre-authorized_code",
      Map.of("pre-authorized_code", "pre", "user_pin_required", true));

  private final FakeMock mock = new FakeMock();
  private final HolderWallet wallet =
      HolderWallet.builder(mock.client()).clock(CLOCK).build();

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void it_goes_from_an_offer_to_a_credential() {
    IssuedCredential credential = wallet.obtainCredential("X");

    assertThat(credential.types()).isEqualTo(TYPES);
    assertThat(credential.issuer()).isEqualTo(mock.issuer.did());
    assertThat(credential.subject()).isEqualTo(wallet.did());
    assertThat(wallet.credentials()).containsExactly(credential);
    assertThat(mock.one(CI + "/initiate-credential-offer").query())
        .isEqualTo(Map.of("credential_type", "X", "client_id", wallet.did()));
  }

  @Test
  void its_authorization_request_says_what_the_offer_said() {
    wallet.obtainCredential("X");

    Map<String, String> asked = mock.one(AS + "/authorize").query();
    assertThat(asked)
        .containsEntry("client_id", wallet.did())
        .containsEntry("response_type", "code")
        .containsEntry("scope", "openid")
        .containsEntry("redirect_uri", "openid://callback")
        .containsEntry("issuer_state", "tracker")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
    assertThat(asked.get("authorization_details"))
        .isEqualTo("[" + "{\"type\":\"openid_credential\",\"format\":\"jwt_vc\",\"types\":"
            + "[\"VerifiableCredential\",\"VerifiableAttestation\",\"X\"],\"locations\":[\""
            + mock.url(CI) + "\"]}]");
    assertThat(parse(asked.get("client_metadata")))
        .containsEntry("authorization_endpoint", "openid:");
  }

  @Test
  void each_request_has_a_state_a_nonce_and_a_challenge_of_its_own() {
    CredentialOffer offer = wallet.readOffer(mock.offerUrl());
    var first = wallet.authorizationRequest(offer, Pkce.generate());
    var second = wallet.authorizationRequest(offer, Pkce.generate());

    for (String name : List.of("state", "nonce", "code_challenge")) {
      assertThat(first.parameter(name)).isNotEqualTo(second.parameter(name));
    }
  }

  @Test
  void it_answers_with_an_id_token_of_its_did() throws Exception {
    wallet.obtainCredential("X");

    Map<String, String> posted = mock.one(AS + "/direct_post").form();
    SignedJWT idToken = jwt(posted.get("id_token"));
    assertThat(posted).containsOnlyKeys("state", "id_token").containsEntry("state", "as-state");
    assertThat(idToken.getHeader().toJSONObject())
        .isEqualTo(Map.of("typ", "JWT", "alg", "ES256", "kid", wallet.identity().kid()));
    assertThat(idToken.getPayload().toJSONObject())
        .isEqualTo(Map.of(
            "iss", wallet.did(),
            "sub", wallet.did(),
            "aud", mock.url(AS),
            "nonce", "as-nonce",
            "iat", CLOCK.instant().getEpochSecond(),
            "exp", CLOCK.instant().getEpochSecond() + 300));
    assertThat(idToken.verify(new ECDSAVerifier(DidKey.parse(wallet.did()).publicKey())))
        .isTrue();
  }

  @Test
  void it_redeems_the_code_with_the_verifier_of_its_challenge() {
    wallet.obtainCredential("X");

    Map<String, String> redeemed = mock.one(AS + "/token").form();
    assertThat(redeemed)
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "c0de")
        .containsEntry("client_id", wallet.did());
    assertThat(Pkce.of(String.valueOf(redeemed.get("code_verifier"))).challenge())
        .isEqualTo(mock.one(AS + "/authorize").query().get("code_challenge"));
  }

  @Test
  void it_proves_possession_with_the_nonce_of_the_token_response() {
    wallet.obtainCredential("X");

    var request = mock.one(CI + "/credential");
    String proof = FakeMock.proof(request);
    assertThat(request.header("Authorization")).isEqualTo("Bearer at");
    assertThat(jwt(proof).getHeader().getType()).hasToString("openid4vci-proof+jwt");
    assertThat(jwt(proof).getHeader().getKeyID()).isEqualTo(wallet.identity().kid());
    assertThat(claims(proof))
        .containsEntry("iss", wallet.did())
        .containsEntry("aud", mock.url(CI))
        .containsEntry("nonce", "c-nonce")
        .containsEntry("iat", CLOCK.instant().getEpochSecond());
  }

  @Test
  void a_request_by_reference_is_fetched() {
    mock.on(
        AS + "/authorize",
        request -> Answer.redirect("openid://?"
            + FakeMock.query(Map.of("request_uri", mock.url(AS + "/request_uri/1f6d")))));
    mock.on(
        AS + "/request_uri/1f6d",
        request ->
            Answer.text("application/jwt", mock.requestObject(wallet.did()).sign()));

    assertThat(wallet.obtainCredential("X").types()).isEqualTo(TYPES);
  }

  @Test
  void a_pre_authorized_code_goes_with_the_derived_pin() {
    mock.offer(PRE_AUTHORIZED);

    wallet.obtainCredential("X");

    assertThat(mock.one(AS + "/token").form())
        .containsEntry("pre-authorized_code", "pre")
        .containsEntry("user_pin", UserPin.derivedFrom(wallet.did()).digits());
    assertThat(mock.all(AS + "/authorize")).isEmpty();
  }

  @Test
  void a_pin_is_sent_where_it_is_asked_for_only() {
    mock.offer(Map.of(
        "urn:ietf:params:oauth:grant-type:pre-authorized_code",
        Map.of("pre-authorized_code", "pre", "user_pin_required", false)));

    wallet.obtainCredential("X");

    assertThat(mock.one(AS + "/token").form()).doesNotContainKey("user_pin");
  }

  @Test
  void an_offer_may_stand_in_its_url() {
    String url = offerByValue(mock.offerOf(PRE_AUTHORIZED));

    assertThat(wallet.obtainCredential(wallet.readOffer(url)).types()).isEqualTo(TYPES);
  }

  @Test
  void a_url_that_is_no_offer_is_refused_and_not_quoted() {
    for (String url : List.of(
        "openid-credential-offer://",
        "openid-credential-offer://?credential_offer=s3cret",
        "openid-credential-offer://?credential_offer=null",
        "openid-credential-offer://?credential_offer=%7B%22grants%22%3A%22s3cret%22%7D",
        "openid-credential-offer://?credential_offer=%7B%7D&credential_offer_uri=http%3A%2F%2Fs3cret",
        "openid-credential-offer://?credential_offer_uri=http%3A%2F%2Fs3cret%2Fx")) {
      assertThatThrownBy(() -> wallet.readOffer(url))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("s3cret")
          .hasNoCause();
    }
  }

  @Test
  void an_offer_of_the_one_grant_is_not_taken_for_the_other() {
    CredentialOffer withState = wallet.readOffer(mock.offerUrl());
    mock.offer(PRE_AUTHORIZED);
    CredentialOffer withCode = wallet.readOffer(mock.offerUrl());

    assertThatThrownBy(() -> wallet.preAuthorized(withState))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> wallet.authorize(withCode))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"credential_issuer", "credentials", "grants"})
  void a_member_that_an_offer_lacks_is_named(String member) {
    Map<String, Object> faulty =
        new HashMap<>(mock.offerOf(Map.of("authorization_code", Map.of("issuer_state", "t"))));
    faulty.remove(member);
    CredentialOffer offer = wallet.readOffer(offerByValue(faulty));

    assertThatThrownBy(() -> wallet.obtainCredential(offer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the offer has no " + member);
    assertThatThrownBy(() -> wallet.authorize(offer)).isInstanceOf(IllegalArgumentException.class);
    assertThat(mock.all(AS + "/authorize")).isEmpty();
  }

  @Test
  void an_offer_without_grants_is_not_redeemed() {
    CredentialOffer offer = wallet.readOffer(offerByValue(Map.of()));

    assertThatThrownBy(() -> wallet.redeem(offer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the offer has no grants");
    assertThatThrownBy(() -> wallet.preAuthorized(offer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the offer has no grants");
    assertThatThrownBy(() -> wallet.authorizationRequest(offer, Pkce.generate()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the offer has no grants");
  }

  @ParameterizedTest
  @CsvSource({
    "authorization_code, issuer_state",
    "urn:ietf:params:oauth:grant-type:pre-authorized_code, pre-authorized_code"
  })
  void a_grant_that_lacks_its_member_is_not_redeemed(String grant, String member) {
    CredentialOffer offer = wallet.readOffer(offerByValue(mock.offerOf(Map.of(grant, Map.of()))));

    assertThatThrownBy(() -> wallet.redeem(offer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the offer has no " + member);
  }

  @Test
  void an_offered_credential_has_types() {
    Map<String, Object> faulty = new HashMap<>(mock.offerOf(PRE_AUTHORIZED));
    faulty.put("credentials", List.of(Map.of("format", "jwt_vc")));
    CredentialOffer offer = wallet.readOffer(offerByValue(faulty));

    assertThatThrownBy(() -> wallet.obtainCredential(offer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the offer has no types");
    assertThat(mock.all(AS + "/token")).isEmpty();
  }

  @Test
  void a_token_response_without_a_nonce_is_not_proved_with() {
    mock.on(AS + "/token", request -> json(Map.of("access_token", "at")));

    assertThatThrownBy(() -> wallet.obtainCredential("X"))
        .isInstanceOf(VerificationException.class)
        .hasMessage("the token response must have a member c_nonce");
    assertThat(mock.all(CI + "/credential")).isEmpty();
  }

  @Test
  void a_token_response_has_an_access_token() {
    TokenResponse tokens = new TokenResponse().cNonce("c-nonce");

    assertThatThrownBy(() -> wallet.requestCredential(tokens, TYPES))
        .isInstanceOf(VerificationException.class)
        .hasMessage("the token response must have a member access_token");
  }

  @Test
  void a_credential_response_has_a_credential_or_a_promise() {
    assertThatThrownBy(() -> wallet.collect(new CredentialResponse()))
        .isInstanceOf(VerificationException.class)
        .hasMessage("a credential response without credential must have a member acceptance_token");
  }

  @Test
  @SuppressWarnings("NullAway")
  void a_null_is_not_kept() {
    assertThatThrownBy(() -> wallet.keep(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("credential");
    assertThat(wallet.credentials()).isEmpty();
  }

  @Test
  void a_deferred_credential_is_asked_for_until_it_is_there() {
    List<Duration> pauses = new ArrayList<>();
    HolderWallet patient = HolderWallet.builder(mock.client())
        .clock(CLOCK)
        .pause(pauses::add)
        .pollInterval(Duration.ofSeconds(2))
        .build();
    mock.on(CI + "/credential", request -> json(Map.of("acceptance_token", "acc")));
    mock.on(
        CI + "/credential_deferred",
        request -> mock.all(CI + "/credential_deferred").size() < 3
            ? pending()
            : json(Map.of("credential", mock.credential(patient.did(), TYPES).sign())));

    IssuedCredential credential = patient.obtainCredential("X");

    assertThat(patient.credentials()).containsExactly(credential);
    assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    assertThat(mock.all(CI + "/credential_deferred"))
        .extracting(request -> request.header("Authorization"))
        .containsOnly("Bearer acc");
  }

  @Test
  void a_credential_that_is_deferred_for_ever_is_given_up() {
    HolderWallet hasty =
        HolderWallet.builder(mock.client()).clock(CLOCK).patience(Duration.ZERO).build();
    mock.on(CI + "/credential_deferred", request -> pending());

    CredentialException refused =
        catchThrowableOfType(CredentialException.class, () -> hasty.awaitCredential("acc"));

    assertThat(refused.isPending()).isTrue();
    assertThat(mock.all(CI + "/credential_deferred")).hasSize(1);
  }

  @Test
  void a_credential_that_is_deferred_twice_is_refused() {
    mock.on(CI + "/credential_deferred", request -> json(Map.of("acceptance_token", "again")));

    assertThatThrownBy(() -> wallet.awaitCredential("acc"))
        .isInstanceOf(VerificationException.class);
  }

  @Test
  void a_code_with_another_state_is_refused() {
    mock.on(AS + "/direct_post", request -> Answer.redirect("openid://callback?code=c&state=x"));

    assertThatThrownBy(() -> wallet.obtainCredential("X"))
        .isInstanceOf(VerificationException.class)
        .hasMessage("the code must come with the state of the authorization request");
    assertThat(mock.all(AS + "/token")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example/cb", "openid://callback.evil", "openid://callback/x"})
  void a_code_that_goes_elsewhere_is_refused(String elsewhere) {
    mock.on(
        AS + "/direct_post",
        request -> Answer.redirect(
            elsewhere + "?code=c&state=" + mock.one(AS + "/authorize").query().get("state")));

    assertThatThrownBy(() -> wallet.obtainCredential("X"))
        .isInstanceOf(VerificationException.class)
        .hasMessage("the code must go to openid://callback");
  }

  @ParameterizedTest
  @CsvSource({"openid:, openid://?", "https://w.example/cb?a=1, https://w.example/cb?a=1&"})
  void a_code_may_go_to_a_bare_scheme_or_a_query(String redirectUri, String target) {
    HolderWallet other = HolderWallet.builder(mock.client())
        .clock(CLOCK)
        .redirectUri(redirectUri)
        .build();
    mock.on(
        AS + "/direct_post",
        request -> Answer.redirect(
            target + "code=c&state=" + mock.one(AS + "/authorize").query().get("state")));

    assertThat(other.obtainCredential("X").types()).isEqualTo(TYPES);
  }

  @Test
  void a_request_that_goes_to_another_wallet_is_refused() {
    HolderWallet other = HolderWallet.builder(mock.client())
        .clock(CLOCK)
        .authorizationEndpoint("https://wallet.example/authorize")
        .build();

    assertThatThrownBy(() -> other.obtainCredential("X"))
        .isInstanceOf(VerificationException.class)
        .hasMessage("the server's request must go to https://wallet.example/authorize");
  }

  @Test
  void a_request_without_a_request_object_is_refused() {
    mock.on(AS + "/authorize", request -> Answer.redirect("openid://?state=s&nonce=n"));

    assertThatThrownBy(() -> wallet.obtainCredential("X"))
        .isInstanceOf(VerificationException.class)
        .hasMessage("the server's request must have either request or request_uri");
  }

  @Test
  void a_credential_of_other_types_is_refused() {
    mock.on(
        CI + "/credential",
        request -> json(Map.of(
            "credential",
            mock.credential(wallet.did(), List.of("VerifiableCredential")).sign())));

    assertThatThrownBy(() -> wallet.obtainCredential("X"))
        .isInstanceOf(VerificationException.class)
        .hasMessageStartingWith("the credential must have the types");
  }

  @Test
  void a_refusal_by_redirect_comes_through() {
    mock.on(AS + "/authorize", request -> Answer.redirect("openid://callback?error=invalid_scope"));

    assertThat(
            catchThrowableOfType(AuthorizationException.class, () -> wallet.obtainCredential("X")))
        .hasMessage("302: invalid_scope: ");
  }

  @Test
  void one_step_can_be_done_wrong_and_twice() {
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer("X"));
    WalletRequest request = wallet.send(wallet.authorizationRequest(offer, Pkce.generate()));
    IdToken faulty = IdToken.builder(wallet.identity(), request)
        .clock(CLOCK)
        .header("kid", mock.issuer.kid())
        .sign();

    wallet.post(request, faulty);
    AuthorizationResponse second = wallet.post(request, wallet.answer(request));

    assertThat(second.code()).isEqualTo("c0de");
    assertThat(mock.all(AS + "/direct_post"))
        .extracting(post -> jwt(post.form().get("id_token")).getHeader().getKeyID())
        .containsExactly(mock.issuer.kid(), wallet.identity().kid());
  }

  @Test
  void a_key_of_ones_own_gives_the_same_did_each_time() {
    WalletIdentity identity = WalletIdentity.generate();

    assertThat(HolderWallet.of(mock.client(), identity.key()).did()).isEqualTo(identity.did());
    assertThat(HolderWallet.of(mock.client(), identity.key()))
        .hasToString("HolderWallet[" + identity.did() + "]");
    assertThat(HolderWallet.create(mock.client()).did()).isNotEqualTo(identity.did());
  }

  private static String offerByValue(Map<String, Object> offer) {
    return "openid-credential-offer://?"
        + FakeMock.query(Map.of("credential_offer", JSONObjectUtils.toJSONString(offer)));
  }

  private static Answer pending() {
    return Answer.error(400, FakePeer.JSON, "{\"error\": \"issuance_pending\"}");
  }
}
