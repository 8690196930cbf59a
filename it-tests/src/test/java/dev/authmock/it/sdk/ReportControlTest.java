package dev.authmock.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.Report;
import dev.authmock.sdk.control.model.ReportSummary;
import org.junit.jupiter.api.Test;

/** Conformance reports, by the SDK. */
class ReportControlTest extends ServiceTest {

  @Test
  void a_wallet_is_reported_by_its_did() {
    sdk.redeem(PreAuthorizedCodeGrant.of(codes.preAuthorized())
        .withUserPin(UserPin.of(Codes.DERIVED_PIN)));

    Report report = sdk.control().reports().read(Codes.HOLDER);
    assertThat(report.getClient()).isEqualTo(Codes.HOLDER);
    assertThat(report.getTests()).hasSize(8);
    assertThat(report.getEndpoints())
        .filteredOn(endpoint -> endpoint.getEndpoint() == Endpoint.TOKEN)
        .singleElement()
        .satisfies(token -> assertThat(token.getPassed()).isPositive());
  }

  @Test
  void a_client_is_reported_by_its_url() {
    Wallet wallet = clients.register();
    http.token(wallet.form(codes.forWallet(wallet)));

    assertThat(sdk.control().reports().list())
        .extracting(ReportSummary::getClient)
        .contains(wallet.clientId());
    assertThat(sdk.control().reports().read(wallet.clientId()).getClient())
        .isEqualTo(wallet.clientId());
  }
}
