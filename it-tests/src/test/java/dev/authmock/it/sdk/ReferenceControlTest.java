package dev.authmock.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.ReferenceControl;
import dev.authmock.sdk.control.model.Health;
import dev.authmock.sdk.control.model.ProblemType;
import dev.authmock.sdk.control.model.Rule;
import org.junit.jupiter.api.Test;

/** Rules, problems, health and metrics, by the SDK. */
class ReferenceControlTest extends ServiceTest {

  @Test
  void the_rules_and_the_kinds_of_problem_are_listed() {
    ReferenceControl reference = sdk.control().reference();

    assertThat(reference.checks()).extracting(Rule::getId).contains("code_verifier.matches");
    assertThat(reference.problemTypes())
        .extracting(ProblemType::getTitle)
        .contains("Bad Request", "Token Expired");
    assertThat(reference.problemType("bad-request").getStatus()).isEqualTo(400);
  }

  @Test
  void the_service_is_well_and_counts() {
    assertThat(sdk.control().operations().health().getStatus()).isEqualTo(Health.StatusEnum.UP);
    assertThat(sdk.control().operations().metrics()).contains("authmock_");
  }
}
