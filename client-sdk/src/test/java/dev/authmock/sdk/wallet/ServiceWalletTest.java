package dev.authmock.sdk.wallet;

import static dev.authmock.sdk.wallet.FakeMock.AS;
import static dev.authmock.sdk.wallet.FakeMock.CI;
import static dev.authmock.sdk.wallet.FakeMock.CLOCK;
import static dev.authmock.sdk.wallet.FakeMock.TYPES;
import static dev.authmock.sdk.wallet.FakeMock.claims;
import static dev.authmock.sdk.wallet.FakeMock.jwt;
import static dev.authmock.sdk.wallet.FakeMock.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.FakePeer.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceWalletTest {

  private static final String CLIENT = "https://issuer.example/auth";
  private static final ECKey KEY = FakeMock.key("my-key");

  private final FakeMock mock = new FakeMock();

  @BeforeEach
  void answerToTheService() {
    mock.on(
        AS + "/authorize",
        request -> Answer.redirect(CLIENT + "/authorize?"
            + FakeMock.query(Map.of("request", mock.requestObject(request)))));
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void it_registers_its_public_key_and_its_redirect_uri() {
    ServiceWallet.create(mock.client(), CLIENT, KEY);

    Map<String, Object> sent = parse(mock.one(AS + "/register").body());
    assertThat(sent)
        .containsOnlyKeys("client_id", "redirect_uris", "jwks", "token_endpoint_auth_method")
        .containsEntry("client_id", CLIENT)
        .containsEntry("redirect_uris", List.of(CLIENT + "/callback"));
    assertThat(mock.one(AS + "/register").body())
        .contains(KEY.getX().toString(), "my-key")
        .doesNotContain(KEY.getD().toString());
  }

  @Test
  void it_registers_where_its_keys_are_if_told_to() {
    ServiceWallet.builder(mock.client(), CLIENT, KEY)
        .jwksUri(URI.create("https://issuer.example/jwks"))
        .build();

    assertThat(parse(mock.one(AS + "/register").body()))
        .containsEntry("jwks_uri", "https://issuer.example/jwks")
        .doesNotContainKey("jwks");
  }

  @Test
  void it_registers_nothing_if_told_not_to() {
    wallet();

    assertThat(mock.all(AS + "/register")).isEmpty();
  }

  @Test
  void it_goes_from_a_type_to_a_credential() {
    ServiceWallet wallet = wallet();

    IssuedCredential credential = wallet.obtainCredential("X");

    assertThat(credential.types()).isEqualTo(TYPES);
    assertThat(credential.subject()).isEqualTo(wallet.did());
    assertThat(wallet.credentials()).containsExactly(credential);
    assertThat(mock.all(CI + "/initiate-credential-offer")).isEmpty();
  }

  @Test
  void its_request_is_signed_and_says_the_same_twice() throws Exception {
    wallet().obtainCredential("X");

    Map<String, String> asked = mock.one(AS + "/authorize").query();
    String signed = asked.get("request");
    Map<String, Object> claims = claims(signed);
    assertThat(jwt(signed).getHeader().getKeyID()).isEqualTo("my-key");
    assertThat(jwt(signed).verify(new ECDSAVerifier(KEY.toPublicJWK()))).isTrue();
    assertThat(claims).containsEntry("iss", CLIENT).containsEntry("aud", mock.url(AS));
    for (String name :
        List.of("client_id", "redirect_uri", "response_type", "scope", "state", "nonce")) {
      assertThat(claims).containsEntry(name, asked.get(name));
    }
    assertThat(asked)
        .containsEntry("redirect_uri", CLIENT + "/callback")
        .doesNotContainKeys("code_challenge", "issuer_state");
    assertThat(parse(asked.get("client_metadata")))
        .containsEntry("authorization_endpoint", CLIENT + "/authorize");
  }

  @Test
  void its_request_may_be_served_at_a_request_uri() {
    ServiceWallet wallet = wallet();
    AuthorizationRequest request = wallet.authorizationRequest(wallet.types("X"));

    wallet.authorize(request.withRequestUri("https://issuer.example/request/1"));

    assertThat(claims(wallet.requestObject(request).serialized()))
        .containsEntry("state", request.parameter("state"));
    assertThat(mock.one(AS + "/authorize").query())
        .containsEntry("request_uri", "https://issuer.example/request/1")
        .doesNotContainKey("request");
  }

  @Test
  void it_redeems_the_code_with_an_assertion() {
    wallet().obtainCredential("X");

    Map<String, String> redeemed = mock.one(AS + "/token").form();
    assertThat(redeemed)
        .containsEntry("client_id", CLIENT)
        .containsEntry("code", "c0de")
        .containsEntry("redirect_uri", CLIENT + "/callback")
        .doesNotContainKey("code_verifier");
    assertThat(claims(redeemed.get("client_assertion")))
        .containsEntry("sub", CLIENT)
        .containsEntry("aud", mock.url(AS))
        .containsEntry("iat", CLOCK.instant().getEpochSecond());
  }

  @Test
  void it_answers_as_its_did_and_proves_as_its_client() {
    ECKey didKey = FakeMock.key("unused");
    WalletIdentity identity = WalletIdentity.of("did:ebsi:z1", "did:ebsi:z1#k", didKey);
    ServiceWallet wallet = ServiceWallet.builder(mock.client(), CLIENT, KEY)
        .identity(identity)
        .clock(CLOCK)
        .unregistered()
        .build();

    wallet.obtainCredential("X");

    String idToken = mock.one(AS + "/direct_post").form().get("id_token");
    String proof = FakeMock.proof(mock.one(CI + "/credential"));
    assertThat(jwt(idToken).getHeader().getKeyID()).isEqualTo("did:ebsi:z1#k");
    assertThat(claims(idToken)).containsEntry("iss", "did:ebsi:z1");
    assertThat(jwt(proof).getHeader().getKeyID()).isEqualTo("did:ebsi:z1#k");
    assertThat(claims(proof)).containsEntry("iss", CLIENT);
  }

  @Test
  void its_did_is_that_of_its_key_unless_it_has_another() {
    assertThat(wallet().did()).isEqualTo(DidKey.of(KEY).did());
  }

  @Test
  void a_key_without_a_name_gets_one() {
    ECKey nameless = WalletIdentity.generate().key();
    ServiceWallet wallet = ServiceWallet.create(mock.client(), CLIENT, nameless);

    assertThat(wallet.key().getKeyID()).isEqualTo("key-1");
    assertThat(mock.one(AS + "/register").body()).contains("key-1");
  }

  @Test
  void an_issuer_that_does_not_say_what_it_issues_is_told() {
    mock.on(
        CI + "/.well-known/openid-credential-issuer",
        request -> FakeMock.json(Map.of("credential_issuer", mock.url(CI))));

    assertThatThrownBy(() -> wallet().types("X"))
        .isInstanceOf(VerificationException.class)
        .hasMessage("the issuer's metadata must have a member credentials_supported");
  }

  @Test
  void what_the_issuer_does_not_issue_is_told() {
    assertThatThrownBy(() -> wallet().obtainCredential("Y"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the issuer does not issue Y");
  }

  @Test
  void a_code_is_there_to_be_looked_at() {
    AuthorizationCodeGrant grant = wallet().authorize("X");

    assertThat(grant.code()).isEqualTo("c0de");
    assertThat(grant).hasToString("AuthorizationCodeGrant[clientId=" + CLIENT + "]");
  }

  private ServiceWallet wallet() {
    return ServiceWallet.builder(mock.client(), CLIENT, KEY)
        .clock(CLOCK)
        .unregistered()
        .build();
  }
}
