package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Together;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/**
 * What is good once is good once, however many try at the same moment. A look before the leap in the
 * service shows in about one round of five.
 */
class ConcurrencyTest extends ServiceTest {
  private static final int ROUNDS = 10;
  private static final int REQUESTS = 100;
  private static final String ACCEPTED = "accepted";

  @RepeatedTest(ROUNDS)
  void of_100_redemptions_of_one_code_exactly_one_succeeds() {
    Pkce pkce = Pkce.generate();
    Form form = Form.ofHolderWallet(Codes.HOLDER, codes.forHolder(pkce), pkce.verifier());

    assertThat(verdicts(redeemTogether(i -> form)))
        .isEqualTo(Map.of(ACCEPTED, 1L, "code.unused", 99L));
  }

  @RepeatedTest(ROUNDS)
  void of_100_redemptions_by_a_service_wallet_exactly_one_succeeds() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);

    assertThat(verdicts(redeemTogether(i -> wallet.form(code))))
        .isEqualTo(Map.of(ACCEPTED, 1L, "code.unused", 99L));
  }

  @RepeatedTest(ROUNDS)
  void of_100_redemptions_of_one_pre_authorized_code_exactly_one_succeeds() {
    Form form = Form.ofPreAuthorizedCode(codes.preAuthorized()).with("user_pin", Codes.DERIVED_PIN);

    assertThat(verdicts(redeemTogether(i -> form)))
        .isEqualTo(Map.of(ACCEPTED, 1L, "pre-authorized_code.unused", 99L));
  }

  @RepeatedTest(ROUNDS)
  void of_100_wrong_pins_5_are_tried_and_none_gets_a_token() {
    Form form = Form.ofPreAuthorizedCode(codes.preAuthorized());

    assertThat(verdicts(redeemTogether(i -> form.with("user_pin", String.valueOf(100 + i)))))
        .isEqualTo(Map.of("user_pin.matches", 5L, "user_pin.tries", 95L));
    assertThatProblem(http.token(form.with("user_pin", Codes.DERIVED_PIN)))
        .is(BAD_REQUEST, "invalid_grant", "user_pin.tries");
  }

  @RepeatedTest(ROUNDS)
  void of_100_replays_of_one_jti_with_100_codes_exactly_one_succeeds() {
    Wallet wallet = clients.register();
    String once = wallet.assertion().serialized();

    assertThat(verdicts(redeemTogether(
            i -> Form.ofServiceWallet(wallet.clientId(), codes.forWallet(wallet), once))))
        .isEqualTo(Map.of(ACCEPTED, 1L, "client_assertion.jti", 99L));
  }

  @RepeatedTest(ROUNDS)
  void of_100_registrations_of_one_client_exactly_one_succeeds() {
    String body = "{\"client_id\":\"%s\",\"jwks_uri\":\"https://issuer.example/jwks\"}"
        .formatted(clients.freshId());

    assertThat(verdicts(together(RawHttp.REGISTER, "application/json", i -> body)))
        .isEqualTo(Map.of(ACCEPTED, 1L, "registration.client_id_free", 99L));
  }

  private List<Exchange> redeemTogether(IntFunction<Form> form) {
    return together(RawHttp.TOKEN, RawHttp.FORM, i -> form.apply(i).encoded());
  }

  private List<Exchange> together(String path, String contentType, IntFunction<String> body) {
    List<String> bodies = IntStream.range(0, REQUESTS).mapToObj(body).toList();
    return Together.post(server.getPort(), path, contentType, bodies);
  }

  private static Map<String, Long> verdicts(List<Exchange> answers) {
    return answers.stream()
        .map(answer ->
            answer.status() < 300 ? ACCEPTED : answer.json().path("check").asText("no check"))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
