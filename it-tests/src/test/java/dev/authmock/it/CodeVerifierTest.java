package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PKCE at the token endpoint; RFC 7636. */
class CodeVerifierTest extends ServiceTest {
  private static final String RFC_VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String RFC_CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final Pkce pkce = Pkce.generate();

  @Test
  void the_vector_of_rfc_7636_appendix_b_is_taken() {
    String code = codes.minted(
        new AuthorizationCodeOrder().clientId(Codes.HOLDER).codeChallenge(RFC_CHALLENGE));

    requireAccepted(http.token(Form.ofHolderWallet(Codes.HOLDER, code, RFC_VERIFIER)));
  }

  @Test
  void a_verifier_may_be_as_long_as_128_characters_of_all_that_are_allowed() {
    Pkce longest = Pkce.of("Az09-._~".repeat(16));

    requireAccepted(http.token(
        Form.ofHolderWallet(Codes.HOLDER, codes.forHolder(longest), longest.verifier())));
  }

  @Test
  void a_wrong_verifier_burns_the_code() {
    Form good = holder();

    assertThatProblem(http.token(good.replacing("code_verifier", RFC_VERIFIER)))
        .is(BAD_REQUEST, "invalid_grant", "code_verifier.matches");
    assertThatProblem(http.token(good)).is(BAD_REQUEST, "invalid_grant", "code.unused");
  }

  @Test
  void the_challenge_itself_is_no_verifier_since_plain_is_not_supported() {
    Form good = holder();

    assertThatProblem(http.token(good.replacing("code_verifier", pkce.challenge())))
        .is(BAD_REQUEST, "invalid_grant", "code_verifier.matches");
    assertThatProblem(http.token(good)).is(BAD_REQUEST, "invalid_grant", "code.unused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a234567890123456789012345678901234567890-2",
            "with spaces 23456789012345678901234567890123",
        "with+plus+2345678901234567890123456789012345",
            "ünïcode-7890123456789012345678901234567890123"
      })
  void a_malformed_verifier_burns_the_code(String malformed) {
    Form good = holder();

    assertThatProblem(http.token(good.replacing("code_verifier", malformed)))
        .is(BAD_REQUEST, "invalid_grant", "code_verifier.form");
    assertThatProblem(http.token(good)).is(BAD_REQUEST, "invalid_grant", "code.unused");
  }

  @Test
  void a_verifier_of_129_characters_is_malformed() {
    assertThatProblem(http.token(holder().replacing("code_verifier", "a".repeat(129))))
        .is(BAD_REQUEST, "invalid_grant", "code_verifier.form");
  }

  @Test
  void a_service_wallet_that_sent_a_challenge_must_send_the_verifier() {
    Wallet wallet = clients.register();
    String code = challenged(wallet);

    assertThatProblem(http.token(wallet.form(code)))
        .is(BAD_REQUEST, "invalid_request", "code_verifier.present");
    requireAccepted(http.token(wallet.form(code).with("code_verifier", pkce.verifier())));
  }

  @Test
  void a_service_wallets_wrong_verifier_burns_the_code() {
    Wallet wallet = clients.register();
    String code = challenged(wallet);

    assertThatProblem(http.token(wallet.form(code).with("code_verifier", RFC_VERIFIER)))
        .is(BAD_REQUEST, "invalid_grant", "code_verifier.matches");
    assertThatProblem(http.token(wallet.form(code).with("code_verifier", pkce.verifier())))
        .is(BAD_REQUEST, "invalid_grant", "code.unused");
  }

  @Test
  void a_verifier_without_a_challenge_is_an_error() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    assertThatProblem(http.token(wallet.form(code).with("code_verifier", RFC_VERIFIER)))
        .is(BAD_REQUEST, "invalid_grant", "code_verifier.expected");
  }

  private Form holder() {
    return Form.ofHolderWallet(Codes.HOLDER, codes.forHolder(pkce), pkce.verifier());
  }

  private String challenged(Wallet wallet) {
    return codes.minted(
        new AuthorizationCodeOrder().clientId(wallet.clientId()).codeChallenge(pkce.challenge()));
  }

  private static void requireAccepted(Exchange answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }
}
