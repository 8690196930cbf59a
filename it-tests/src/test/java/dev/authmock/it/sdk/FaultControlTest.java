package dev.authmock.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.FaultControl;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults, by the SDK. */
class FaultControlTest extends ServiceTest {

  @Test
  void a_fault_is_injected_read_and_removed() {
    FaultControl faults = sdk.control().faults();
    Fault outage = faults.inject(Faults.problem("internal-server-error")
        .name("outage")
        .match(Faults.at(Endpoint.TOKEN).clientId(Codes.HOLDER)));
    assertThat(outage.getName()).isEqualTo("outage");
    assertThat(outage.getEnded()).isFalse();

    PreAuthorizedCodeGrant grant =
        PreAuthorizedCodeGrant.of(codes.preAuthorized()).withUserPin(UserPin.of(Codes.DERIVED_PIN));
    assertThatThrownBy(() -> sdk.redeem(grant))
        .isInstanceOfSatisfying(
            AuthMockException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(500));
    assertThat(faults.read("outage").getInjected()).isEqualTo(1);
    assertThat(faults.read("outage").getEnded()).isTrue();
    assertThat(faults.list()).extracting(Fault::getName).containsExactly("outage");
    assertThat(sdk.redeem(grant).getAccessToken()).isNotEmpty();

    faults.remove("outage");
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void each_kind_can_be_ordered() {
    FaultControl faults = sdk.control().faults();
    List.of(
            Faults.problem("token-expired"),
            Faults.delay(Duration.ofMillis(1)),
            Faults.cutOff(),
            Faults.brokenSignature(),
            Faults.wrongKid(),
            Faults.expiredToken(),
            Faults.wrongCNonce(),
            Faults.shortExpiresIn(1),
            Faults.extraMembers(Map.of("scope", "openid")),
            Faults.missingMembers("id_token"))
        .forEach(faults::inject);
    assertThat(faults.list()).hasSize(10);

    faults.removeAll();
    assertThat(faults.list()).isEmpty();
  }
}
