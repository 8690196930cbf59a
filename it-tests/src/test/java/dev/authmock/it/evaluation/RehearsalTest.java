package dev.authmock.it.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rehearsal tells what the token endpoint would answer now, by the same rules, and changes nothing. */
class RehearsalTest extends ServiceTest {
  private static final String WRONG_PIN = "7777";
  private static final String UNKNOWN = "bq8hX1v3nK2jT6yWc9sRfE0uLpZa4MdG";

  private final Pkce pkce = Pkce.generate();

  /** A request that is made to be sent to the service of a test. */
  private interface Request extends Function<RehearsalTest, Form> {}

  private static Named<Request> request(String name, Request request) {
    return named(name, request);
  }

  static Stream<Named<Request>> requests() {
    return Stream.of(
            ofHolders(), ofServiceWallets(), ofAssertions(), ofPreAuthorizedCodes(), others())
        .flatMap(Function.identity());
  }

  private static Stream<Named<Request>> ofHolders() {
    return Stream.of(
        request("good", RehearsalTest::holder),
        request("no client_id", it -> it.holder().without("client_id")),
        request("no URL", it -> it.holder().replacing("client_id", "wallet")),
        request("no code", it -> it.holder().replacing("code", "")),
        request("unknown code", it -> it.holder().replacing("code", UNKNOWN)),
        request("used code", it -> it.sent(it.holder())),
        request("expired code", it -> it.after(Duration.ofSeconds(300), it.holder())),
        request("forgotten code", it -> it.after(Duration.ofSeconds(901), it.holder())),
        request("no verifier", it -> it.holder().without("code_verifier")),
        request("malformed verifier", it -> it.holder().replacing("code_verifier", "short")),
        request(
            "wrong verifier",
            it -> it.holder().replacing("code_verifier", Pkce.generate().verifier())),
        request(
            "challenge as verifier",
            it -> it.holder().replacing("code_verifier", it.pkce.challenge())),
        request("user_pin", it -> it.holder().with("user_pin", "1234")),
        request("redirect_uri", it -> it.holder().with("redirect_uri", "https://a.example/cb")),
        request(
            "pre-authorized code",
            it -> it.holder().replacing("code", it.codes.preAuthorizedWithoutPin())));
  }

  private static Stream<Named<Request>> ofServiceWallets() {
    return Stream.of(
        request("good", it -> it.service(it.clients.register())),
        request("unregistered", it -> it.service(it.clients.unregistered(Keys.ec("key-1")))),
        request(
            "code of another",
            it -> it.clients.register().form(it.codes.forWallet(it.clients.register()))),
        request(
            "no assertion", it -> it.service(it.clients.register()).without("client_assertion")),
        request(
            "no type", it -> it.service(it.clients.register()).without("client_assertion_type")),
        request(
            "another type",
            it -> it.service(it.clients.register()).replacing("client_assertion_type", "saml")),
        request(
            "an unexpected verifier",
            it -> it.service(it.clients.register()).with("code_verifier", it.pkce.verifier())),
        request("a challenge and no verifier", RehearsalTest::withChallenge),
        request(
            "keys out of reach",
            it -> it.service(
                it.clients.registerWithJwksUri(Keys.ec("key-1"), "http://host.invalid/jwks"))));
  }

  private static Stream<Named<Request>> ofAssertions() {
    return Stream.of(
        request("no JWT", it -> it.asserted(wallet -> "no.JWT")),
        request(
            "unknown kid",
            it -> it.asserted(
                wallet -> wallet.signingWith(Keys.ec("key-2")).assertion().serialized())),
        request(
            "wrong signature",
            it -> it.asserted(
                wallet -> wallet.signingWith(Keys.ec("key-1")).assertion().serialized())),
        request("alg", it -> it.claiming("alg", null)),
        request("iss", it -> it.claiming("iss", "https://other.example")),
        request("no sub", it -> it.claiming("sub", null)),
        request("aud", it -> it.claiming("aud", "https://other.example")),
        request("exp", it -> it.claiming("exp", it.clock.instant().getEpochSecond() - 61)),
        request("iat", it -> it.claiming("iat", it.clock.instant().getEpochSecond() + 61)),
        request("jti", it -> it.claiming("jti", 1)),
        request("used jti", RehearsalTest::replayed));
  }

  private static Stream<Named<Request>> ofPreAuthorizedCodes() {
    return Stream.of(
        request("good", RehearsalTest::preAuthorized),
        request("no code", it -> it.preAuthorized().without("pre-authorized_code")),
        request("unknown code", it -> it.preAuthorized().replacing("pre-authorized_code", UNKNOWN)),
        request("used code", it -> it.sent(it.preAuthorized())),
        request("expired code", it -> it.after(Duration.ofSeconds(300), it.preAuthorized())),
        request("no PIN", it -> it.preAuthorized().without("user_pin")),
        request("malformed PIN", it -> it.preAuthorized().replacing("user_pin", "12a4")),
        request("wrong PIN", it -> it.preAuthorized().replacing("user_pin", WRONG_PIN)),
        request("last wrong PIN", it -> it.afterWrongPins(4).replacing("user_pin", WRONG_PIN)),
        request("no tries left", it -> it.afterWrongPins(5)),
        request(
            "unexpected PIN",
            it ->
                Form.ofPreAuthorizedCode(it.codes.preAuthorizedWithoutPin()).with("user_pin", "1")),
        request("another client", RehearsalTest::preAuthorizedForAnother));
  }

  private static Stream<Named<Request>> others() {
    return Stream.of(
        request("nothing", it -> Form.empty()),
        request("no grant_type", it -> it.holder().without("grant_type")),
        request("another grant_type", it -> it.holder().replacing("grant_type", "password")),
        request("a parameter twice", it -> it.holder().with("code", UNKNOWN)),
        request("an unknown parameter twice", it -> it.holder().with("a", "b").with("a", "b")),
        request("an unknown parameter", it -> it.holder().with("<script>", "alert(1)")),
        request("101 parameters", RehearsalTest::tooMany));
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("requests")
  void a_rehearsal_tells_what_the_endpoint_answers(Request request) {
    Form form = request.apply(this);

    Rehearsal first = rehearsal(form);
    Rehearsal second = rehearsal(form);

    assertThat(second.json()).as("the first changed nothing").isEqualTo(first.json());
    second.foretold(http.token(form), http);
  }

  @Test
  void a_request_is_good_after_20_rehearsals() {
    Form form = holder();
    Form wrong = form.replacing("code_verifier", Pkce.generate().verifier());

    for (int i = 0; i < 20; i++) {
      Rehearsal.of(form.encoded(), http).isAccepted();
      Rehearsal.of(wrong.encoded(), http).isRefused(400, "code_verifier.matches");
    }

    assertAccepted(form);
    Rehearsal.of(form.encoded(), http).isRefused(400, "code.unused");
  }

  @Test
  void a_wrong_pin_costs_no_try() {
    Form form = preAuthorized();
    Form wrong = form.replacing("user_pin", WRONG_PIN);

    for (int i = 0; i < 20; i++) {
      Rehearsal.of(wrong.encoded(), http)
          .isRefused(400, "user_pin.matches")
          .saying("tries left: 4");
    }
    assertThat(http.token(wrong).status()).isEqualTo(400);
    Rehearsal.of(wrong.encoded(), http).isRefused(400, "user_pin.matches").saying("tries left: 3");
    assertAccepted(form);
  }

  @Test
  void a_jti_is_not_used_up() {
    Form form = service(clients.register());

    for (int i = 0; i < 20; i++) {
      Rehearsal.of(form.encoded(), http).isAccepted();
    }

    assertAccepted(form);
  }

  @Test
  void no_token_and_no_secret_is_in_the_answer() {
    Wallet wallet = clients.register();
    Form form = service(wallet);

    JsonNode json = Rehearsal.of(form.encoded(), http).isAccepted().json();

    assertThat(json.toString())
        .doesNotContain("access_token")
        .doesNotContain("c_nonce")
        .doesNotContain(form.value("code"))
        .doesNotContain(form.value("client_assertion"))
        .doesNotContain(form.value("client_assertion").split("\\.")[2]);
    assertThat(json.path("client_id").asText()).isEqualTo(wallet.clientId());
    assertThat(http.get(json.path("flow_url").asText()).json().path("id"))
        .isEqualTo(json.path("flow"));
    assertThat(json.path("jwts").path(0).path("name").asText()).isEqualTo("client_assertion");
  }

  @Test
  void neither_the_journal_nor_a_report_hears_of_it() {
    Form form = preAuthorized();
    JsonNode journal = http.get("/mock/journal").json();
    JsonNode reports = http.get("/mock/reports").json();

    Rehearsal.of(form.encoded(), http).isAccepted();
    Rehearsal.of(form.replacing("user_pin", WRONG_PIN).encoded(), http)
        .isRefused(400, "user_pin.matches");
    Rehearsal.of("a=%zz", http).isRefused(400, "request.encoding");

    assertThat(http.get("/mock/journal").json()).isEqualTo(journal);
    assertThat(http.get("/mock/reports").json()).isEqualTo(reports);
  }

  private Rehearsal rehearsal(Form form) {
    String body = form.encoded();
    // An order with nothing in it is none.
    return Rehearsal.of(body.isEmpty() ? " " : body, http);
  }

  private Form holder() {
    return Form.ofHolderWallet(Codes.HOLDER, codes.forHolder(pkce), pkce.verifier());
  }

  private Form service(Wallet wallet) {
    return wallet.form(codes.forWallet(wallet));
  }

  private Form asserted(Function<Wallet, String> assertion) {
    Wallet wallet = clients.register();
    return service(wallet).replacing("client_assertion", assertion.apply(wallet));
  }

  private Form claiming(String member, Object value) {
    return asserted(wallet -> member.equals("alg")
        ? wallet.rawAssertion().header("alg", "none").serialized()
        : wallet.rawAssertion().claim(member, value).serialized());
  }

  private Form replayed() {
    Wallet wallet = clients.register();
    Form first = service(wallet);
    assertAccepted(first);
    return first.replacing("code", codes.forWallet(wallet));
  }

  private Form withChallenge() {
    Wallet wallet = clients.register();
    return wallet.form(codes.minted(
        new AuthorizationCodeOrder().clientId(wallet.clientId()).codeChallenge(pkce.challenge())));
  }

  private Form preAuthorized() {
    return Form.ofPreAuthorizedCode(codes.preAuthorized()).with("user_pin", Codes.DERIVED_PIN);
  }

  private Form preAuthorizedForAnother() {
    Wallet wallet = clients.register();
    return Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin())
        .with("client_id", wallet.clientId())
        .with("client_assertion_type", Form.JWT_BEARER)
        .with("client_assertion", wallet.assertion().serialized());
  }

  private Form afterWrongPins(int number) {
    Form form = preAuthorized();
    for (int i = 0; i < number; i++) {
      http.token(form.replacing("user_pin", WRONG_PIN));
    }
    return form;
  }

  private static Form tooMany(RehearsalTest it) {
    Form form = it.holder();
    for (int i = 0; i < 101; i++) {
      form = form.with("a" + i, "b");
    }
    return form;
  }

  private Form sent(Form form) {
    assertAccepted(form);
    return form;
  }

  private Form after(Duration time, Form form) {
    clock.advance(time);
    return form;
  }

  private void assertAccepted(Form form) {
    Exchange answer = http.token(form);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }
}
