package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import org.junit.jupiter.api.Test;

/** Whoever proves what the grant asks for gets tokens, through the SDK. */
class TokenGrantsTest extends ServiceTest {
  private static final String CALLBACK = "https://issuer.example/auth/callback";

  @Test
  void a_service_wallet_proves_itself_with_a_client_assertion() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    requireTokens(sdk.redeem(AuthorizationCodeGrant.ofServiceWallet(code, wallet.assertion())));
  }

  @Test
  void a_service_wallet_proves_a_code_challenge_in_addition() {
    Wallet wallet = clients.register();
    Pkce pkce = Pkce.generate();
    String code = codes.minted(
        new AuthorizationCodeOrder().clientId(wallet.clientId()).codeChallenge(pkce.challenge()));

    requireTokens(sdk.redeem(
        AuthorizationCodeGrant.ofServiceWallet(code, wallet.assertion()).withPkce(pkce)));
  }

  @Test
  void a_service_wallet_may_repeat_the_redirect_uri() {
    Wallet wallet = clients.register();
    String code = codes.minted(
        new AuthorizationCodeOrder().clientId(wallet.clientId()).redirectUri(CALLBACK));

    requireTokens(sdk.redeem(AuthorizationCodeGrant.ofServiceWallet(code, wallet.assertion())
        .withRedirectUri(CALLBACK)));
  }

  @Test
  void a_service_wallet_need_not_repeat_the_redirect_uri() {
    Wallet wallet = clients.register();
    String code = codes.minted(
        new AuthorizationCodeOrder().clientId(wallet.clientId()).redirectUri(CALLBACK));

    requireTokens(sdk.redeem(AuthorizationCodeGrant.ofServiceWallet(code, wallet.assertion())));
  }

  @Test
  void a_client_may_be_registered_after_its_code_was_minted() {
    String clientId = clients.freshId();
    String code = codes.forWallet(clientId);
    Wallet wallet = clients.register(clientId);

    requireTokens(sdk.redeem(AuthorizationCodeGrant.ofServiceWallet(code, wallet.assertion())));
  }

  @Test
  void a_holder_wallet_proves_itself_with_its_code_verifier() {
    Pkce pkce = Pkce.generate();
    String code = codes.forHolder(pkce);

    requireTokens(sdk.redeem(AuthorizationCodeGrant.ofHolderWallet(code, Codes.HOLDER, pkce)));
  }

  @Test
  void a_holder_wallet_may_repeat_the_redirect_uri() {
    Pkce pkce = Pkce.generate();
    String code = codes.minted(new AuthorizationCodeOrder()
        .clientId(Codes.HOLDER)
        .codeChallenge(pkce.challenge())
        .redirectUri("openid://callback"));

    requireTokens(sdk.redeem(AuthorizationCodeGrant.ofHolderWallet(code, Codes.HOLDER, pkce)
        .withRedirectUri("openid://callback")));
  }

  @Test
  void a_pre_authorized_code_is_redeemed_with_the_pin_that_is_derived_from_the_did() {
    String code = codes.preAuthorized();

    requireTokens(
        sdk.redeem(PreAuthorizedCodeGrant.of(code).withUserPin(UserPin.derivedFrom(Codes.HOLDER))));
    assertThat(UserPin.derivedFrom(Codes.HOLDER).digits()).isEqualTo(Codes.DERIVED_PIN);
  }

  @Test
  void a_pre_authorized_code_is_redeemed_with_the_pin_of_its_offer() {
    String code = codes
        .minted(new PreAuthorizedCodeOrder().clientId(Codes.HOLDER).userPin("00420815"))
        .getPreAuthorizedCode();

    requireTokens(sdk.redeem(PreAuthorizedCodeGrant.of(code).withUserPin(UserPin.of("00420815"))));
  }

  @Test
  void a_pre_authorized_code_that_asks_for_no_pin_is_redeemed_without_one() {
    requireTokens(sdk.redeem(PreAuthorizedCodeGrant.of(codes.preAuthorizedWithoutPin())));
  }

  @Test
  void a_client_may_authenticate_when_it_redeems_a_pre_authorized_code() {
    Wallet wallet = clients.register();
    String code = codes
        .minted(new PreAuthorizedCodeOrder().clientId(wallet.clientId()).userPinRequired(false))
        .getPreAuthorizedCode();

    requireTokens(
        sdk.redeem(PreAuthorizedCodeGrant.of(code).withClientAssertion(wallet.assertion())));
  }

  @Test
  void a_journal_entry_tells_of_the_checks_that_an_accepted_request_passed() {
    Wallet wallet = clients.register();
    sdk.redeem(AuthorizationCodeGrant.ofServiceWallet(codes.forWallet(wallet), wallet.assertion()));

    var entry = sdk.control().journal().getEntries().get(0);
    assertThat(entry.getOutcome().getValue()).isEqualTo("accepted");
    assertThat(entry.getClientId()).isEqualTo(wallet.clientId());
    assertThat(entry.getStatus()).isEqualTo(200);
    assertThat(entry.getFailedCheck()).isNull();
    assertThat(entry.getChecks())
        .extracting(check -> check.getId() + " " + check.getOutcome().getValue())
        .contains(
            "client.registered passed",
            "client_assertion.signature passed",
            "client_assertion.jti passed",
            "code.known passed",
            "code.unused passed",
            "code.not_expired passed",
            "code.client passed");
  }

  private static void requireTokens(TokenResponse tokens) {
    assertThat(tokens.getTokenType().getValue()).isEqualTo("bearer");
    assertThat(tokens.getExpiresIn()).isEqualTo(86400);
    assertThat(tokens.getcNonceExpiresIn()).isEqualTo(86400);
    assertThat(tokens.getAccessToken().split("\\.", -1)).hasSize(3);
    assertThat(tokens.getIdToken().split("\\.", -1)).hasSize(3);
  }
}
