package dev.authmock.sample;

// README: from here
import static dev.authmock.sdk.control.model.Endpoint.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.junit.AuthMock;
import dev.authmock.junit.AuthMockTest;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.control.model.MintedPreAuthorizedCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@AuthMockTest
class SmallWalletTest {
  private final AuthMock mock;
  private final SmallWallet wallet;

  SmallWalletTest(AuthMock mock) {
    this.mock = mock;
    this.wallet = new SmallWallet(mock.issuer());
  }

  @Test
  void it_gets_an_access_token() throws Exception {
    MintedPreAuthorizedCode offered = mock.mintPreAuthorizedCode(wallet.did());

    assertThat(wallet.redeem(offered.getPreAuthorizedCode(), offered.getUserPin()))
        .isNotEmpty();
  }

  @Test
  void it_gets_none_for_a_wrong_pin() {
    MintedPreAuthorizedCode offered = mock.mintPreAuthorizedCode(wallet.did());

    assertThatThrownBy(() -> wallet.redeem(offered.getPreAuthorizedCode(), "0000"))
        .hasMessage("The issuer answered 400");
    assertThat(mock.lastEvaluation().getFailedCheck()).isEqualTo("user_pin.matches");
  }

  @Test
  void it_gets_none_for_a_code_that_is_too_old() {
    MintedPreAuthorizedCode offered = mock.mintPreAuthorizedCode(wallet.did());
    mock.advanceClock(Duration.ofMinutes(6));

    assertThatThrownBy(() -> wallet.redeem(offered.getPreAuthorizedCode(), offered.getUserPin()))
        .hasMessage("The issuer answered 400");
    assertThat(mock.lastEvaluation().getFailedCheck()).isEqualTo("pre-authorized_code.not_expired");
  }

  @Test
  void it_survives_an_outage() throws Exception {
    MintedPreAuthorizedCode offered = mock.mintPreAuthorizedCode(wallet.did());
    mock.injectFault(Faults.problem("internal-server-error").match(Faults.at(TOKEN)));

    assertThat(wallet.redeem(offered.getPreAuthorizedCode(), offered.getUserPin()))
        .isNotEmpty();
  }
}
// README: to here
