package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.ISSUER_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters that a grant requires: neither left out nor sent empty; and the code stays usable. */
class MissingParametersTest extends ServiceTest {
  private static final BiFunction<Form, String, Form> LEFT_OUT = Form::without;
  private static final BiFunction<Form, String, Form> EMPTY =
      (form, name) -> form.replacing(name, "");

  static Stream<Arguments> waysToMiss() {
    return Stream.of(Arguments.of("left out", LEFT_OUT), Arguments.of("empty", EMPTY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToMiss")
  void a_token_request_must_say_its_grant_type(String way, BiFunction<Form, String, Form> miss) {
    Form good = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin());

    assertThatProblem(http.token(miss.apply(good, "grant_type")))
        .is(BAD_REQUEST, "invalid_request", "grant_type.present");
    requireStillGood(good);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToMiss")
  void authorization_code_requires_a_client_id(String way, BiFunction<Form, String, Form> miss) {
    Form good = holder(Pkce.generate());

    assertThatProblem(http.token(miss.apply(good, "client_id")))
        .is(BAD_REQUEST, "invalid_request", "client_id.present");
    requireStillGood(good);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToMiss")
  void authorization_code_requires_a_code(String way, BiFunction<Form, String, Form> miss) {
    assertThatProblem(http.token(miss.apply(holder(Pkce.generate()), "code")))
        .is(BAD_REQUEST, "invalid_request", "code.present");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToMiss")
  void a_holder_wallet_must_send_its_code_verifier(
      String way, BiFunction<Form, String, Form> miss) {
    Form good = holder(Pkce.generate());

    assertThatProblem(http.token(miss.apply(good, "code_verifier")))
        .is(BAD_REQUEST, "invalid_request", "code_verifier.present");
    requireStillGood(good);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToMiss")
  void a_service_wallet_must_send_an_assertion(String way, BiFunction<Form, String, Form> miss) {
    Wallet wallet = clients.register();
    Form good = wallet.form(codes.forWallet(wallet));

    assertThatProblem(http.token(miss.apply(good, "client_assertion")))
        .is(BAD_REQUEST, "invalid_client", "client_assertion.present");
    requireStillGood(good);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToMiss")
  void a_service_wallets_assertion_must_come_with_its_type(
      String way, BiFunction<Form, String, Form> miss) {
    Wallet wallet = clients.register();
    Form good = wallet.form(codes.forWallet(wallet));

    assertThatProblem(http.token(miss.apply(good, "client_assertion_type")))
        .is(BAD_REQUEST, "invalid_request", "client_assertion_type.present");
    requireStillGood(good);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToMiss")
  void the_pre_authorized_grant_requires_its_code(String way, BiFunction<Form, String, Form> miss) {
    assertThatProblem(
            http.token(miss.apply(Form.ofPreAuthorizedCode("any"), "pre-authorized_code")))
        .is(BAD_REQUEST, "invalid_request", "pre-authorized_code.present");
  }

  @Test
  void a_request_without_anything_must_say_its_grant_type() {
    assertThatProblem(http.token(Form.empty()))
        .is(BAD_REQUEST, "invalid_request", "grant_type.present");
  }

  @Test
  void the_grant_type_must_be_one_of_the_servers() {
    for (String type : new String[] {"client_credentials", "password", "Authorization_Code", "☃"}) {
      Form good = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin());
      assertThatProblem(http.token(good.replacing("grant_type", type)))
          .is(BAD_REQUEST, "unsupported_grant_type", "grant_type.supported");
      requireStillGood(good);
    }
  }

  @Test
  void the_client_id_must_be_a_url_or_a_did_key() {
    for (String id : new String[] {
      "wallet",
      "did:ebsi:zvHWX359A3CvfJnCYaAiAde",
      "did:key:",
      "did:key:z0OIl",
      "urn:x",
      "https://",
      "ftp://issuer.example",
      "javascript:alert(1)",
      "https://a b"
    }) {
      Form good = holder(Pkce.generate());
      assertThatProblem(http.token(good.replacing("client_id", id)))
          .is(BAD_REQUEST, "invalid_request", "client_id.form");
      requireStillGood(good);
    }
  }

  @Test
  void a_url_that_nobody_registered_is_no_client() {
    Wallet stranger = clients.unregistered(Keys.ec("key-1"));

    assertThatProblem(http.token(stranger.form(codes.forWallet(stranger))))
        .is(ISSUER_NOT_FOUND, "invalid_client", "client.registered");
  }

  private Form holder(Pkce pkce) {
    return Form.ofHolderWallet(Codes.HOLDER, codes.forHolder(pkce), pkce.verifier());
  }

  private void requireStillGood(Form good) {
    assertThat(http.token(good).status()).isEqualTo(200);
  }
}
