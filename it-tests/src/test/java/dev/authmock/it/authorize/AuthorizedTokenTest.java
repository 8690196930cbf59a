package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.wallet.ServiceWallet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an authorization request and its answer said is in the tokens that come of them. */
class AuthorizedTokenTest extends HolderRequestTest {

  @Test
  void the_access_token_is_about_the_wallet_and_for_the_credential_issuer() {
    VerifiedToken token = accessToken(request, sdk.credentialIssuer());
    assertThat(token.claims())
        .containsEntry("iss", sdk.issuer())
        .containsEntry("sub", wallet.did())
        .containsEntry("nonce", request.parameter("nonce"));
    Map<?, ?> claims = (Map<?, ?>) token.claim("claims");
    assertThat(claims.get("client_id")).isEqualTo(wallet.did());
    assertThat(Json.read(Json.write(claims.get("authorization_details"))))
        .isEqualTo(Json.read(request.parameter("authorization_details")));
  }

  @Test
  void the_id_token_is_for_the_client() {
    VerifiedToken token = idToken(request);
    assertThat(token.claims())
        .containsEntry("iss", sdk.issuer())
        .containsEntry("sub", wallet.did())
        .containsEntry("nonce", request.parameter("nonce"));
  }

  @Test
  void without_a_nonce_of_the_client_the_id_token_has_none_and_the_access_token_one_of_its_own() {
    AuthorizationRequest without = request.without("nonce");
    assertThat(idToken(without).claims()).doesNotContainKey("nonce");
    assertThat((String) accessToken(without, sdk.credentialIssuer()).claim("nonce"))
        .isNotEmpty();
  }

  @Test
  void without_locations_the_access_token_is_for_this_server() {
    AuthorizationRequest nowhere = request.withAuthorizationDetails(
        List.of("VerifiableCredential", "VerifiableAttestation", AUTHORISED));
    assertThat(accessToken(nowhere, sdk.issuer()).claim("sub")).isEqualTo(wallet.did());
  }

  @Test
  void the_token_request_may_name_the_redirect_uri_and_no_other() {
    Form token =
        Form.ofHolderWallet(wallet.did(), wallet.authorize(request).code(), pkce.verifier());
    assertThat(http.token(token.with("redirect_uri", wallet.redirectUri())).status())
        .isEqualTo(200);
    Form another =
        Form.ofHolderWallet(wallet.did(), wallet.authorize(request).code(), pkce.verifier());
    assertThatProblem(http.token(another.with("redirect_uri", "openid://other")))
        .is(Kind.BAD_REQUEST, "invalid_grant", "redirect_uri.matches");
  }

  @Test
  void the_code_is_for_the_client_that_asked() {
    String code = wallet.authorize(request).code();
    assertThatProblem(http.token(Form.ofHolderWallet(holderWallet().did(), code, pkce.verifier())))
        .is(Kind.BAD_REQUEST, "invalid_grant", "code.client");
  }

  @Test
  void a_service_wallets_tokens_are_about_the_did_that_it_proved() {
    ServiceWallet service = serviceWallet();
    var tokens = sdk.redeem(service.authorize(VA_TO_ONBOARD));
    Exchange jwks = http.get(RawHttp.JWKS);
    VerifiedToken access =
        VerifiedToken.of(tokens.getAccessToken(), jwks, sdk.credentialIssuer(), clock);
    VerifiedToken id = VerifiedToken.of(tokens.getIdToken(), jwks, service.clientId(), clock);
    assertThat(access.claim("sub")).isEqualTo(service.did());
    assertThat(id.claim("sub")).isEqualTo(service.did());
    assertThat(((Map<?, ?>) access.claim("claims")).get("client_id")).isEqualTo(service.clientId());
  }

  private VerifiedToken accessToken(AuthorizationRequest asked, String audience) {
    return verified(tokens(asked).path("access_token").asText(), audience);
  }

  private VerifiedToken idToken(AuthorizationRequest asked) {
    return verified(tokens(asked).path("id_token").asText(), wallet.did());
  }

  private JsonNode tokens(AuthorizationRequest asked) {
    String code = wallet.authorize(asked).code();
    return http.token(Form.ofHolderWallet(wallet.did(), code, pkce.verifier())).json();
  }

  private VerifiedToken verified(String token, String audience) {
    return VerifiedToken.of(token, http.get(RawHttp.JWKS), audience, clock);
  }
}
