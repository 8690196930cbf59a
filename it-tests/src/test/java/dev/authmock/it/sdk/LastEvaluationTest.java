package dev.authmock.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.control.model.EvaluatedRequest;
import dev.authmock.sdk.control.model.JournalEntry;
import org.junit.jupiter.api.Test;

/** Verdicts that were given, and one that would be. */
class LastEvaluationTest extends ServiceTest {

  @Test
  void the_last_evaluation_is_that_of_the_last_request_of_a_client() {
    assertThat(sdk.control().lastEvaluation()).isEmpty();
    PreAuthorizedCodeGrant grant = PreAuthorizedCodeGrant.of(codes.preAuthorized());
    assertThatThrownBy(() -> sdk.redeem(grant.withUserPin(UserPin.of("0000"))))
        .isInstanceOf(AuthMockException.class);
    codes.preAuthorized();

    assertThat(sdk.control().lastEvaluation())
        .map(JournalEntry::getFailedCheck)
        .contains("user_pin.matches");
    assertThat(sdk.control().lastEvaluation(Codes.HOLDER))
        .map(JournalEntry::getStatus)
        .contains(400);
    assertThat(sdk.control().lastEvaluation("did:key:z2other")).isEmpty();
  }

  @Test
  void an_evaluation_redeems_nothing() {
    String code = codes.preAuthorized();
    String form = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code"
        + "&pre-authorized_code=" + code + "&user_pin=";

    EvaluatedRequest wrong = sdk.control().evaluate(form + "0000");
    assertThat(wrong.getFailedCheck()).isEqualTo("user_pin.matches");
    assertThat(sdk.control().evaluate(form + Codes.DERIVED_PIN).getOutcome())
        .isEqualTo(EvaluatedRequest.OutcomeEnum.ACCEPTED);
    assertThat(
            sdk.redeem(PreAuthorizedCodeGrant.of(code).withUserPin(UserPin.of(Codes.DERIVED_PIN)))
                .getAccessToken())
        .isNotEmpty();
  }
}
