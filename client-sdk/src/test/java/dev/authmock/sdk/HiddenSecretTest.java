package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.conformance.model.TokenForm;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import org.junit.jupiter.api.Test;

class HiddenSecretTest {

  @Test
  void a_secret_prints_as_a_star() {
    assertThat(new TokenForm().code("s3cret").toString())
        .contains("    code: *\n")
        .doesNotContain("s3cret");
    assertThat(new PreAuthorizedCodeOrder().userPin("0042").toString()).contains("userPin: *\n");
  }
}
