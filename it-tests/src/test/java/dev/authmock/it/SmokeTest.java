package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.*;
import dev.authmock.sdk.*;
import org.junit.jupiter.api.Test;

class SmokeTest extends ServiceTest {
  @Test
  void a_service_wallet_gets_a_token_once() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);
    assertThat(sdk.redeem(AuthorizationCodeGrant.ofServiceWallet(code, wallet.assertion()))
            .getAccessToken())
        .isNotEmpty();
    assertThatProblem(http.token(wallet.form(code)))
        .is(Kind.BAD_REQUEST, "invalid_grant", "code.unused");
    assertThatProblem(http.get("/nowhere")).is(Kind.NOT_FOUND, "invalid_request", "request.path");
    assertThat(http.token(wallet
                .form(codes.forWallet(wallet))
                .replacing("client_assertion", wallet.rawAssertion().serialized()))
            .status())
        .isEqualTo(200);
    try {
      sdk.redeem(PreAuthorizedCodeGrant.of("x"));
      throw new AssertionError();
    } catch (AuthMockException e) {
      assertThatProblem(e).is(Kind.BAD_REQUEST, "invalid_grant", "pre-authorized_code.known");
    }
  }
}
