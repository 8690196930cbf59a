package dev.authmock.it.authorize;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.wallet.ServiceWallet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PKCE in an authorization request: required of a holder wallet, and S256 alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.3">RFC 7636, section 4.3</a>
 */
class CodeChallengeTest extends HolderRequestTest {
  private static final String INVALID_REQUEST = "invalid_request";
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  @Test
  void a_holder_wallet_needs_a_challenge() {
    assertRefused(
        good.without("code_challenge").without("code_challenge_method"),
        INVALID_REQUEST,
        "code_challenge.present");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "s256", "S512", "S256 ", "none"})
  void the_method_has_to_be_s256(String method) {
    assertRefused(
        good.replacing("code_challenge_method", method), INVALID_REQUEST, "code_challenge.method");
  }

  /** RFC 7636 has plain for a default, which is not supported. */
  @Test
  void the_method_has_to_be_said() {
    assertRefused(good.without("code_challenge_method"), INVALID_REQUEST, "code_challenge.method");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw cM",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw~cM",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cé",
        "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3"
      })
  void a_challenge_has_the_form_of_a_sha_256(String challenge) {
    assertRefused(
        good.replacing("code_challenge", challenge), INVALID_REQUEST, "code_challenge.form");
  }

  @Test
  void the_code_is_good_with_the_verifier_of_the_challenge_alone() {
    String code = wallet.authorize(request).code();
    Form token = Form.ofHolderWallet(wallet.did(), code, pkce.verifier());
    assertThatProblem(http.token(token.without("code_verifier")))
        .is(BAD_REQUEST, INVALID_REQUEST, "code_verifier.present");
    assertThat(http.token(token).status()).isEqualTo(200);

    String another = wallet.authorize(request).code();
    assertThatProblem(http.token(Form.ofHolderWallet(wallet.did(), another, VERIFIER)))
        .is(BAD_REQUEST, "invalid_grant", "code_verifier.matches");
  }

  @Test
  void a_service_wallet_may_do_without() {
    ServiceWallet service = serviceWallet();
    AuthorizationRequest asked = service.authorizationRequest(service.types(VA_TO_ONBOARD));
    assertAccepted(form(service.signed(asked)));
  }

  @Test
  void a_service_wallet_that_sends_one_sends_a_good_one() {
    ServiceWallet service = serviceWallet();
    AuthorizationRequest asked =
        service.authorizationRequest(service.types(VA_TO_ONBOARD)).withPkce(pkce);
    assertAccepted(form(service.signed(asked)));
    assertRefusedOf(service, asked.with("code_challenge_method", "plain"), "method");
    assertRefusedOf(service, asked.without("code_challenge_method"), "method");
    assertRefusedOf(service, asked.with("code_challenge", "x"), "form");
    assertRefusedOf(service, asked.without("code_challenge"), "present");
  }

  private void assertRefusedOf(ServiceWallet service, AuthorizationRequest bad, String rule) {
    assertThatRedirect(http.authorize(form(service.signed(bad))))
        .is(INVALID_REQUEST, "code_challenge." + rule);
  }
}
