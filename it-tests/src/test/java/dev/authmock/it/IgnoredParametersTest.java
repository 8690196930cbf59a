package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import org.junit.jupiter.api.Test;

/** What known wallets send beside what is asked for, and what must not harm. */
class IgnoredParametersTest extends ServiceTest {

  @Test
  void a_holder_wallets_assertion_without_a_type_is_ignored() {
    Pkce pkce = Pkce.generate();
    requireAccepted(http.token(holder(pkce).with("client_assertion", "not.a.jwt")));
  }

  @Test
  void a_pre_authorized_wallets_assertion_without_a_type_is_ignored() {
    requireAccepted(http.token(preAuthorized().with("client_assertion", "not.a.jwt")));
  }

  @Test
  void a_pre_authorized_wallets_client_id_is_ignored() {
    requireAccepted(http.token(preAuthorized().with("client_id", "https://nobody.example")));
    requireAccepted(http.token(preAuthorized().with("client_id", "no URL, no DID")));
  }

  @Test
  void a_pre_authorized_wallets_assertion_with_a_type_is_verified() {
    Form form = preAuthorized()
        .with("client_assertion", "not.a.jwt")
        .with("client_assertion_type", Form.JWT_BEARER);

    assertThat(http.token(form).json().path("check").asText()).isEqualTo("client_assertion.jwt");
  }

  @Test
  void unknown_parameters_are_ignored() {
    requireAccepted(http.token(preAuthorized()
        .with("scope", "openid")
        .with("resource", "https://issuer.example")
        .with("grant_type ", "with a space")
        .with("GRANT_TYPE", "in capitals")
        .with("größe", "élan ☃")
        .with("", "no name")));
  }

  @Test
  void empty_parameters_count_as_not_sent() {
    requireAccepted(http.token(preAuthorized()
        .with("user_pin", "")
        .with("client_id", "")
        .with("client_assertion_type", "")
        .with("client_assertion", "")
        .with("code", "")
        .with("code_verifier", "")
        .with("redirect_uri", "")));
  }

  @Test
  void an_empty_redirect_uri_counts_as_not_sent() {
    Wallet wallet = clients.register();
    requireAccepted(http.token(wallet.form(codes.forWallet(wallet)).with("redirect_uri", "")));
  }

  @Test
  void parameters_without_an_equals_sign_count_as_not_sent() {
    requireAccepted(
        http.post(RawHttp.TOKEN, RawHttp.FORM, preAuthorized().encoded() + "&user_pin&&foo&"));
  }

  @Test
  void the_code_of_the_other_grant_is_ignored() {
    requireAccepted(http.token(preAuthorized().with("code", "stray")));
    requireAccepted(http.token(holder(Pkce.generate()).with("pre-authorized_code", "stray")));
  }

  @Test
  void parameters_in_the_query_are_ignored() {
    Exchange answer = http.post(
        RawHttp.TOKEN + "?user_pin=1&grant_type=authorization_code",
        RawHttp.FORM,
        preAuthorized().encoded());

    requireAccepted(answer);
  }

  @Test
  void a_charset_in_the_content_type_is_taken() {
    requireAccepted(http.post(
        RawHttp.TOKEN, RawHttp.FORM + "; charset=UTF-8", preAuthorized().encoded()));
    requireAccepted(http.post(
        RawHttp.TOKEN, "Application/X-WWW-Form-Urlencoded", preAuthorized().encoded()));
  }

  @Test
  void a_stray_bearer_token_is_ignored() {
    requireAccepted(http.request("POST", RawHttp.TOKEN)
        .header("Content-Type", RawHttp.FORM)
        .header("Authorization", "Bearer of-something-else")
        .body(preAuthorized().encoded())
        .send());
  }

  private Form preAuthorized() {
    return Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin());
  }

  private Form holder(Pkce pkce) {
    return Form.ofHolderWallet(Codes.HOLDER, codes.forHolder(pkce), pkce.verifier());
  }

  private static void requireAccepted(Exchange answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }
}
