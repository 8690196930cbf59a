package dev.authmock.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.api.conformance.model.DirectPostForm;
import dev.authmock.api.conformance.model.TokenForm;
import dev.authmock.check.RefusedException;
import io.micronaut.core.type.Argument;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormModelsTest {
  private final FormModels models = new FormModels();

  @Test
  void each_parameter_is_the_property_of_that_name_in_the_contract() {
    TokenForm form = models.fill(
        Argument.of(TokenForm.class),
        bytes("grant_type=a&client_id=b&code=c&client_assertion_type=d&client_assertion=e"
            + "&code_verifier=f&redirect_uri=g&pre-authorized_code=h&user_pin=i"));

    assertThat(form)
        .isEqualTo(new TokenForm()
            .grantType("a")
            .clientId("b")
            .code("c")
            .clientAssertionType("d")
            .clientAssertion("e")
            .codeVerifier("f")
            .redirectUri("g")
            .preAuthorizedCode("h")
            .userPin("i"));
  }

  @Test
  void what_the_contract_does_not_name_is_left_out() {
    assertThat(models.fill(Argument.of(DirectPostForm.class), bytes("state=a&other=b&class=c")))
        .isEqualTo(new DirectPostForm().state("a"));
  }

  @Test
  void an_empty_form_is_a_model_without_values() {
    assertThat(models.fill(Argument.of(TokenForm.class), bytes(""))).isEqualTo(new TokenForm());
  }

  @Test
  void a_page_may_want_all_parameters() {
    assertThat(models.fill(Argument.mapOf(String.class, String.class), bytes("a=1&b=%C3%A9+c")))
        .isEqualTo(Map.of("a", "1", "b", "é c"));
  }

  @Test
  void what_is_no_form_is_refused_before_anything_is_filled() {
    assertThatThrownBy(() -> models.fill(Argument.of(TokenForm.class), bytes("code=a&code=b")))
        .isInstanceOf(RefusedException.class);
  }

  private static byte[] bytes(String form) {
    return form.getBytes(UTF_8);
  }
}
