package dev.authmock.it;

import static dev.authmock.it.support.Kind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import io.micronaut.context.annotation.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a control token the control API answers whoever sends it, and nobody else. */
@Property(name = "authmock.control.token", value = ControlTokenTest.TOKEN)
class ControlTokenTest extends ServiceTest {
  static final String TOKEN = "a-control-token-of-this-test";

  @ParameterizedTest
  @CsvSource({
    "GET, /mock/journal",
    "DELETE, /mock/journal",
    "POST, /mock/authorization-codes",
    "POST, /mock/pre-authorized-codes",
    "POST, /mock/reset"
  })
  void without_the_token_nobody_is_answered(String method, String path) {
    Exchange answer = http.request(method, path)
        .header("Content-Type", "application/json")
        .body(method.equals("POST") ? "{\"client_id\":\"https://issuer.example\"}" : "")
        .send();

    assertThatProblem(answer)
        .is(UNAUTHORIZED, "invalid_token", "control.caller")
        .leaksNone(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer another-token-than-that",
        "Bearer a-control-token-of-this-tes",
        "Bearer a-control-token-of-this-test2",
        "Bearer A-CONTROL-TOKEN-OF-THIS-TEST",
        "Bearer",
        "Bearer ",
        "Basic a-control-token-of-this-test",
        "a-control-token-of-this-test"
      })
  void another_token_is_not_good(String header) {
    Exchange answer =
        http.request("GET", "/mock/journal").header("Authorization", header).send();

    assertThatProblem(answer)
        .is(UNAUTHORIZED, "invalid_token", "control.caller")
        .leaksNone(TOKEN);
    assertThat(answer.header("www-authenticate")).isPresent();
  }

  @Test
  void with_the_token_callers_are_answered_wherever_they_are() {
    Exchange answer = http.request("GET", "/mock/journal")
        .header("Authorization", "Bearer " + TOKEN)
        .header("X-Forwarded-For", "203.0.113.7")
        .send();

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  @Test
  void the_sdk_sends_the_token_to_the_control_api() {
    assertThat(sdk.control()
            .mintAuthorizationCode(new AuthorizationCodeOrder().clientId("https://issuer.example"))
            .getCode())
        .isNotEmpty();
  }

  @Test
  void entries_and_kinds_of_problems_need_no_token() {
    String instance = assertThatProblem(http.token(Form.empty())).instance();

    assertThat(http.get(instance).status()).isEqualTo(200);
    assertThat(http.get("/problems/bad-request").status()).isEqualTo(200);
  }
}
