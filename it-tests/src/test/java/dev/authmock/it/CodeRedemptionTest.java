package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.ISSUER_NOT_FOUND;
import static dev.authmock.it.support.Kind.TOKEN_EXPIRED;
import static dev.authmock.it.support.Kind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An authorization code: good once, for 300 seconds, for its client and its redirect_uri. */
class CodeRedemptionTest extends ServiceTest {
  private static final String CALLBACK = "https://issuer.example/auth/callback";

  @Test
  void a_code_that_the_server_never_gave_is_unknown() {
    Wallet wallet = clients.register();

    assertThatProblem(http.token(wallet.form("lXw2cO4rPTVmZ0Y1bJqk8Qd3sHhN7uAe")))
        .is(BAD_REQUEST, "invalid_grant", "code.known");
    assertThatProblem(http.token(wallet.form("☃".repeat(2000))))
        .is(BAD_REQUEST, "invalid_grant", "code.known");
  }

  @Test
  void a_code_is_good_once() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    requireAccepted(http.token(wallet.form(code)));
    assertThatProblem(http.token(wallet.form(code)))
        .is(BAD_REQUEST, "invalid_grant", "code.unused");
  }

  @Test
  void a_code_is_good_until_its_300_seconds_are_over() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    clock.advance(Duration.ofSeconds(299));
    requireAccepted(http.token(wallet.form(code)));
  }

  @Test
  void a_code_past_its_lifetime_has_expired() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    clock.advance(Duration.ofSeconds(300));
    assertThatProblem(http.token(wallet.form(code)))
        .is(TOKEN_EXPIRED, "invalid_grant", "code.not_expired");
  }

  @Test
  void an_expired_code_is_told_from_an_unknown_one_for_10_minutes() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    clock.advance(Duration.ofSeconds(300 + 599));
    assertThatProblem(http.token(wallet.form(code)))
        .is(TOKEN_EXPIRED, "invalid_grant", "code.not_expired");
    clock.advance(Duration.ofSeconds(2));
    assertThatProblem(http.token(wallet.form(code))).is(BAD_REQUEST, "invalid_grant", "code.known");
  }

  @Test
  void a_used_code_is_told_from_an_unknown_one_for_10_minutes() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);
    requireAccepted(http.token(wallet.form(code)));

    clock.advance(Duration.ofSeconds(599));
    assertThatProblem(http.token(wallet.form(code)))
        .is(BAD_REQUEST, "invalid_grant", "code.unused");
    clock.advance(Duration.ofSeconds(2));
    assertThatProblem(http.token(wallet.form(code))).is(BAD_REQUEST, "invalid_grant", "code.known");
  }

  @Test
  void the_lifetime_of_a_code_is_the_one_that_was_ordered() {
    Wallet wallet = clients.register();
    var order = new AuthorizationCodeOrder().clientId(wallet.clientId());
    String brief = codes.minted(order.lifetime(1));
    String lasting = codes.minted(order.lifetime(86400));

    clock.advance(Duration.ofSeconds(1));
    assertThatProblem(http.token(wallet.form(brief)))
        .is(TOKEN_EXPIRED, "invalid_grant", "code.not_expired");
    clock.advance(Duration.ofSeconds(86398));
    requireAccepted(http.token(wallet.form(lasting)));
  }

  @Test
  void another_clients_attempt_burns_the_code() {
    Wallet owner = clients.register();
    Wallet other = clients.register();
    String code = codes.forWallet(owner);

    assertThatProblem(http.token(other.form(code))).is(BAD_REQUEST, "invalid_grant", "code.client");
    assertThatProblem(http.token(owner.form(code))).is(BAD_REQUEST, "invalid_grant", "code.unused");
  }

  @Test
  void a_holder_wallet_does_not_get_a_service_wallets_code() {
    Wallet owner = clients.register();
    Pkce pkce = Pkce.generate();
    String code = codes.minted(
        new AuthorizationCodeOrder().clientId(owner.clientId()).codeChallenge(pkce.challenge()));

    assertThatProblem(http.token(Form.ofHolderWallet(Codes.HOLDER, code, pkce.verifier())))
        .is(BAD_REQUEST, "invalid_grant", "code.client");
  }

  @Test
  void a_failed_client_authentication_leaves_the_code_alone() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    assertThatProblem(http.token(wallet.signingWith(Keys.ec("key-1")).form(code)))
        .is(UNAUTHORIZED, "invalid_client", "client_assertion.signature");
    assertThatProblem(http.token(clients.unregistered(Keys.ec("key-1")).form(code)))
        .is(ISSUER_NOT_FOUND, "invalid_client", "client.registered");
    requireAccepted(http.token(wallet.form(code)));
  }

  @Test
  void a_wrong_redirect_uri_burns_the_code() {
    Wallet wallet = clients.register();
    String code = codes.minted(
        new AuthorizationCodeOrder().clientId(wallet.clientId()).redirectUri(CALLBACK));

    assertThatProblem(http.token(wallet.form(code).with("redirect_uri", CALLBACK + "/")))
        .is(BAD_REQUEST, "invalid_grant", "redirect_uri.matches");
    assertThatProblem(http.token(wallet.form(code).with("redirect_uri", CALLBACK)))
        .is(BAD_REQUEST, "invalid_grant", "code.unused");
  }

  @Test
  void a_redirect_uri_that_the_authorization_request_did_not_have_is_wrong() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    assertThatProblem(http.token(wallet.form(code).with("redirect_uri", CALLBACK)))
        .is(BAD_REQUEST, "invalid_grant", "redirect_uri.matches");
  }

  @Test
  void an_authorization_code_is_no_pre_authorized_code() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    assertThatProblem(http.token(Form.ofPreAuthorizedCode(code)))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.known");
    requireAccepted(http.token(wallet.form(code)));
  }

  private static void requireAccepted(Exchange answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }
}
