package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.TOKEN_EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pre-authorized code and its PIN: 5 tries, up to 8 digits, only where the offer asked for one. */
class UserPinTest extends ServiceTest {
  private static final String WRONG = "7777";

  @Test
  void a_forgotten_pin_leaves_the_code_alone() {
    String code = codes.preAuthorized();

    for (int i = 0; i < 10; i++) {
      assertThatProblem(http.token(Form.ofPreAuthorizedCode(code)))
          .is(BAD_REQUEST, "invalid_request", "user_pin.present");
    }
    requireAccepted(http.token(pin(code, Codes.DERIVED_PIN)));
  }

  @Test
  void an_empty_pin_is_a_forgotten_one() {
    String code = codes.preAuthorized();

    assertThatProblem(http.token(pin(code, "")))
        .is(BAD_REQUEST, "invalid_request", "user_pin.present");
    requireAccepted(http.token(pin(code, Codes.DERIVED_PIN)));
  }

  @Test
  void a_wrong_pin_costs_one_of_5_tries() {
    String code = codes.preAuthorized();

    for (int left = 4; left >= 1; left--) {
      assertThatProblem(http.token(pin(code, WRONG)))
          .is(BAD_REQUEST, "invalid_grant", "user_pin.matches")
          .saying("tries left: " + left);
    }
    requireAccepted(http.token(pin(code, Codes.DERIVED_PIN)));
  }

  @Test
  void the_fifth_wrong_pin_burns_the_code() {
    String code = codes.preAuthorized();

    for (int left = 4; left >= 0; left--) {
      assertThatProblem(http.token(pin(code, WRONG)))
          .is(BAD_REQUEST, "invalid_grant", "user_pin.matches")
          .saying("tries left: " + left);
    }
    assertThatProblem(http.token(pin(code, Codes.DERIVED_PIN)))
        .is(BAD_REQUEST, "invalid_grant", "user_pin.tries");
    assertThatProblem(http.token(pin(code, WRONG)))
        .is(BAD_REQUEST, "invalid_grant", "user_pin.tries");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789",
        "12a4",
        "12.4",
        "-123",
        "+123",
        " 5910",
        "5910 ",
        "٥٩١٠",
        "０００１",
        "5910\u0000"
      })
  void a_pin_is_up_to_8_digits_0_to_9_and_a_malformed_one_costs_no_try(String malformed) {
    String code = codes.preAuthorized();

    for (int i = 0; i < 6; i++) {
      assertThatProblem(http.token(pin(code, malformed)))
          .is(BAD_REQUEST, "invalid_request", "user_pin.form");
    }
    requireAccepted(http.token(pin(code, Codes.DERIVED_PIN)));
  }

  @Test
  void leading_zeros_are_part_of_the_pin() {
    String code = codes
        .minted(new PreAuthorizedCodeOrder().clientId(Codes.HOLDER).userPin("0042"))
        .getPreAuthorizedCode();

    assertThatProblem(http.token(pin(code, "42")))
        .is(BAD_REQUEST, "invalid_grant", "user_pin.matches");
    assertThatProblem(http.token(pin(code, "00042")))
        .is(BAD_REQUEST, "invalid_grant", "user_pin.matches");
    requireAccepted(http.token(pin(code, "0042")));
  }

  @Test
  void a_pin_that_nobody_asked_for_is_an_error() {
    String code = codes.preAuthorizedWithoutPin();

    assertThatProblem(http.token(pin(code, Codes.DERIVED_PIN)))
        .is(BAD_REQUEST, "invalid_request", "user_pin.expected");
    requireAccepted(http.token(Form.ofPreAuthorizedCode(code)));
  }

  @Test
  void a_pin_is_for_the_pre_authorized_grant_only() {
    Pkce pkce = Pkce.generate();
    Form good = Form.ofHolderWallet(Codes.HOLDER, codes.forHolder(pkce), pkce.verifier());

    assertThatProblem(http.token(good.with("user_pin", "1234")))
        .is(BAD_REQUEST, "invalid_request", "user_pin.expected");
    requireAccepted(http.token(good));
  }

  @Test
  void a_pre_authorized_code_is_good_once() {
    String code = codes.preAuthorized();

    requireAccepted(http.token(pin(code, Codes.DERIVED_PIN)));
    assertThatProblem(http.token(pin(code, Codes.DERIVED_PIN)))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.unused");
    assertThatProblem(http.token(pin(code, WRONG)))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.unused");
    assertThatProblem(http.token(Form.ofPreAuthorizedCode(code)))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.unused");
  }

  @Test
  void an_unknown_pre_authorized_code_is_told_with_and_without_a_pin() {
    String code = "bq8hX1v3nK2jT6yWc9sRfE0uLpZa4MdG";

    assertThatProblem(http.token(Form.ofPreAuthorizedCode(code)))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.known");
    assertThatProblem(http.token(pin(code, Codes.DERIVED_PIN)))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.known");
  }

  @Test
  void a_pre_authorized_code_past_its_lifetime_has_expired_and_is_forgotten_10_minutes_later() {
    String code = codes.preAuthorized();

    clock.advance(Duration.ofSeconds(300));
    assertThatProblem(http.token(pin(code, Codes.DERIVED_PIN)))
        .is(TOKEN_EXPIRED, "invalid_grant", "pre-authorized_code.not_expired")
        .saying("Got: one that was good until 2");
    assertThatProblem(http.token(Form.ofPreAuthorizedCode(code)))
        .is(TOKEN_EXPIRED, "invalid_grant", "pre-authorized_code.not_expired");
    clock.advance(Duration.ofSeconds(601));
    assertThatProblem(http.token(pin(code, Codes.DERIVED_PIN)))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.known");
  }

  @Test
  void a_code_that_was_burned_by_wrong_pins_is_remembered_for_10_minutes() {
    String code = codes.preAuthorized();
    for (int i = 0; i < 5; i++) {
      http.token(pin(code, WRONG));
    }

    clock.advance(Duration.ofSeconds(599));
    assertThatProblem(http.token(pin(code, Codes.DERIVED_PIN)))
        .is(BAD_REQUEST, "invalid_grant", "user_pin.tries");
    clock.advance(Duration.ofSeconds(2));
    assertThatProblem(http.token(pin(code, Codes.DERIVED_PIN)))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.known");
  }

  @Test
  void a_client_that_authenticates_must_be_the_one_that_the_code_was_made_for() {
    Wallet wallet = clients.register();
    Form form = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin())
        .with("client_id", wallet.clientId())
        .with("client_assertion_type", Form.JWT_BEARER)
        .with("client_assertion", wallet.assertion().serialized());

    assertThatProblem(http.token(form))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.client");
  }

  @Test
  void a_pre_authorized_code_is_no_authorization_code() {
    Pkce pkce = Pkce.generate();
    String code = codes.preAuthorizedWithoutPin();

    assertThatProblem(http.token(Form.ofHolderWallet(Codes.HOLDER, code, pkce.verifier())))
        .is(BAD_REQUEST, "invalid_grant", "code.known");
    requireAccepted(http.token(Form.ofPreAuthorizedCode(code)));
  }

  private static Form pin(String code, String pin) {
    return Form.ofPreAuthorizedCode(code).with("user_pin", pin);
  }

  private static void requireAccepted(Exchange answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }
}
