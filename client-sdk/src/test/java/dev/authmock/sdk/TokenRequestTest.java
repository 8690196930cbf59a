package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.FakePeer.Received;
import dev.authmock.sdk.conformance.model.TokenResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenRequestTest {

  private static final String TOKENS = """
      {"access_token": "at", "id_token": "it", "token_type": "bearer", "expires_in": 86400,
       "c_nonce": "cn", "c_nonce_expires_in": 86400, "scope": "unheard of", "more": {"a": [1]}}""";

  private static final String DID = "did:key:z2dmz";
  private static final Pkce PKCE = Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  private static final ClientAssertion ASSERTION =
      ClientAssertion.of("https://issuer.example/auth", "h.p.s");

  private FakePeer peer;

  @BeforeEach
  void start() throws IOException {
    peer = FakePeer.answering(200, FakePeer.JSON, TOKENS);
  }

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void a_service_wallet_sends_its_code_and_its_assertion() {
    peer.client().redeem(AuthorizationCodeGrant.ofServiceWallet("c0de", ASSERTION));

    assertThat(form())
        .containsExactlyInAnyOrder(
            "grant_type=authorization_code",
            "client_id=https%3A%2F%2Fissuer.example%2Fauth",
            "code=c0de",
            "client_assertion_type="
                + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer",
            "client_assertion=h.p.s");
  }

  @Test
  void a_service_wallet_may_add_a_verifier_and_a_redirect_uri() {
    AuthorizationCodeGrant grant = AuthorizationCodeGrant.ofServiceWallet("c0de", ASSERTION)
        .withPkce(PKCE)
        .withRedirectUri("https://issuer.example/cb?a=1&b=2");

    peer.client().redeem(grant);

    assertThat(form())
        .hasSize(7)
        .contains(
            "client_assertion=h.p.s",
            "code_verifier=" + PKCE.verifier(),
            "redirect_uri=https%3A%2F%2Fissuer.example%2Fcb%3Fa%3D1%26b%3D2");
  }

  @Test
  void a_holder_wallet_sends_its_code_and_its_verifier() {
    peer.client().redeem(AuthorizationCodeGrant.ofHolderWallet("c0de", DID, PKCE));

    assertThat(form())
        .containsExactlyInAnyOrder(
            "grant_type=authorization_code",
            "client_id=did%3Akey%3Az2dmz",
            "code=c0de",
            "code_verifier=" + PKCE.verifier());
  }

  @Test
  void a_pre_authorized_code_goes_alone() {
    peer.client().redeem(PreAuthorizedCodeGrant.of("pre"));

    assertThat(form())
        .containsExactlyInAnyOrder(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code",
            "pre-authorized_code=pre");
  }

  @Test
  void a_pre_authorized_code_goes_with_its_pin_and_an_assertion() {
    peer.client()
        .redeem(PreAuthorizedCodeGrant.of("pre")
            .withUserPin(UserPin.of("0042"))
            .withClientAssertion(ASSERTION));

    assertThat(form())
        .hasSize(6)
        .contains(
            "user_pin=0042",
            "client_id=https%3A%2F%2Fissuer.example%2Fauth",
            "client_assertion=h.p.s");
  }

  @Test
  void it_is_a_form_posted_to_the_token_endpoint() {
    peer.client().redeem(PreAuthorizedCodeGrant.of("pre"));

    Received request = peer.request();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(peer.url() + request.uri()).isEqualTo(peer.client().tokenEndpoint());
    assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(request.header("Accept")).contains("application/json", "application/problem+json");
    assertThat(request.headers()).doesNotContainKeys("Authorization", "Upgrade");
  }

  @Test
  void values_are_percent_encoded_as_utf_8() {
    peer.client().redeem(PreAuthorizedCodeGrant.of("a+b&c=d%e f/ü€😀\"\n"));

    assertThat(form())
        .contains("pre-authorized_code=a%2Bb%26c%3Dd%25e%20f%2F%C3%BC%E2%82%AC%F0%9F%98%80%22%0A");
  }

  @Test
  void the_tokens_are_read_and_unknown_members_ignored() {
    TokenResponse tokens = peer.client().redeem(PreAuthorizedCodeGrant.of("pre"));

    assertThat(tokens.getAccessToken()).isEqualTo("at");
    assertThat(tokens.getIdToken()).isEqualTo("it");
    assertThat(tokens.getExpiresIn()).isEqualTo(86400);
    assertThat(tokens.getcNonce()).isEqualTo("cn");
  }

  @Test
  void grants_hide_their_secrets() {
    assertThat(AuthorizationCodeGrant.ofServiceWallet("c0de", ASSERTION)
            .withPkce(PKCE)
            .withRedirectUri("https://issuer.example/cb"))
        .hasToString("AuthorizationCodeGrant[clientId=https://issuer.example/auth]");
    assertThat(PreAuthorizedCodeGrant.of("pre").withUserPin(UserPin.of("0042")))
        .hasToString("PreAuthorizedCodeGrant[userPin=true, clientAssertion=false]");
  }

  private String[] form() {
    return peer.request().body().split("&", -1);
  }
}
