package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static dev.authmock.it.support.Kind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.RawSocket;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods and the Authorization header. */
class HttpRulesTest extends ServiceTest {

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void the_token_endpoint_answers_post_only(String method) {
    Exchange answer = http.request(method, RawHttp.TOKEN).send();

    assertThatProblem(answer).is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
    assertThat(answer.header("allow").orElse("")).contains("POST").doesNotContain(method);
  }

  @Test
  void a_head_request_is_answered_without_a_body() {
    Exchange answer = http.request("HEAD", RawHttp.TOKEN).send();

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void a_method_that_nobody_knows_is_not_allowed() {
    Exchange answer = http.request("BREW", RawHttp.TOKEN).send();

    assertThatProblem(answer).is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
  }

  @Test
  void a_get_does_not_redeem_a_code() {
    Form good = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin());

    assertThat(http.get(RawHttp.TOKEN + "?" + good.encoded()).status()).isEqualTo(405);
    assertThat(http.token(good).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/conformance",
        "/nowhere",
        "/conformance/v3/auth-mock",
        "/conformance/v3/auth-mock/tokens",
        "/conformance/v4/auth-mock/token",
        "/CONFORMANCE/v3/auth-mock/token",
        "/mock/nowhere",
        "/problems/nothing-of-the-kind",
        "/%3Cscript%3E",
        "/index.html",
        "/metrics",
        "/beans",
        "/env"
      })
  void an_unknown_path_has_nothing_to_answer(String path) {
    assertThatProblem(http.get(path)).is(NOT_FOUND, "invalid_request", "request.path");
  }

  @Test
  void an_unknown_path_has_nothing_to_answer_to_a_post_either() {
    assertThatProblem(http.post("/nowhere", RawHttp.FORM, "code=1"))
        .is(NOT_FOUND, "invalid_request", "request.path");
    assertThatProblem(http.post("/nowhere", "application/json", "{"))
        .is(NOT_FOUND, "invalid_request", "request.path");
  }

  @Test
  void http_basic_is_no_way_to_authenticate() {
    Wallet wallet = clients.register();
    Form good = wallet.form(codes.forWallet(wallet));

    for (String credentials : List.of("Basic Y2xpZW50OnNlY3JldA==", "basic !", "Basic")) {
      Exchange answer = http.request("POST", RawHttp.TOKEN)
          .header("Content-Type", RawHttp.FORM)
          .header("Authorization", credentials)
          .body(good.encoded())
          .send();
      assertThatProblem(answer).is(UNAUTHORIZED, "invalid_client", "client_authentication.method");
      assertThat(answer.header("www-authenticate").orElse("")).startsWith("Basic realm=");
    }
    assertThat(http.token(good).status()).isEqualTo(200);
  }

  @Test
  void without_the_authorization_header_a_401_has_no_challenge() {
    Wallet wallet = clients.register();
    Form form = wallet.form(codes.forWallet(wallet)).replacing("client_assertion", "no JWT");

    Exchange answer = http.token(form);
    assertThatProblem(answer).is(UNAUTHORIZED, "invalid_client", "client_assertion.jwt");
    assertThat(answer.header("www-authenticate")).isEmpty();
  }

  @Test
  void an_error_must_not_be_stored() {
    assertThat(http.token(Form.empty()).header("cache-control")).contains("no-store");
  }

  @Test
  void whatever_a_client_says_it_accepts_tokens_are_json() {
    for (String accept :
        List.of("text/html", "application/xml", "*/*", "nonsense", "image/png;q=0.1")) {
      Exchange answer = http.request("POST", RawHttp.TOKEN)
          .header("Content-Type", RawHttp.FORM)
          .header("Accept", accept)
          .body(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded())
          .send();
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.mediaType()).isEqualTo("application/json");
    }
  }

  @Test
  void what_is_no_http_is_refused_with_a_problem_that_explains_itself() {
    for (String bytes : List.of(
        "nonsense\r\n\r\n",
        "POST " + RawHttp.TOKEN + " HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST " + RawHttp.TOKEN
            + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")) {
      Exchange answer = RawSocket.send(server.getPort(), bytes);
      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      assertThat(answer.mediaType()).isEqualTo("application/problem+json");
      assertThat(answer.json().path("check").asText()).isEqualTo("request.readable");
      Exchange entry = http.get(answer.json().path("instance").asText());
      assertThat(entry.status()).as("the instance of %s", answer).isEqualTo(200);
    }
  }

  @Test
  void each_answer_says_once_when_it_was_made_whoever_makes_it() {
    String form = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded();
    for (Exchange answer : List.of(
        http.post(RawHttp.TOKEN, RawHttp.FORM, form),
        http.token(Form.empty()),
        http.request("POST", RawHttp.TOKEN).body("a=b").send(),
        http.request("POST", RawHttp.TOKEN)
            .header("Content-Type", RawHttp.FORM)
            .header("Content-Encoding", "br")
            .body("a=b")
            .send(),
        http.request("HEAD", RawHttp.TOKEN).send(),
        http.get("/nowhere"),
        http.get("/health"),
        http.get("/console"),
        RawSocket.send(server.getPort(), "nonsense\r\n\r\n"),
        RawSocket.send(
            server.getPort(),
            "GET / HTTP/1.1\r\nConnection: close\r\nX: " + "a".repeat(50_000) + "\r\n\r\n"))) {
      assertThat(answer.headers().get("date")).as("%s", answer).singleElement().satisfies(date -> {
        assertThat(date).hasSize("Sun, 06 Nov 1994 08:49:37 GMT".length());
        Instant said = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
        assertThat(said).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
      });
    }
  }

  @Test
  void an_overlong_header_or_path_is_refused_with_a_problem_that_explains_itself() {
    String close = "Host: x\r\nConnection: close\r\n";
    for (String bytes : List.of(
        "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n" + close + "\r\n",
        "GET / HTTP/1.1\r\n" + close + "X: " + "a".repeat(50_000) + "\r\n\r\n")) {
      Exchange answer = RawSocket.send(server.getPort(), bytes);
      assertThat(answer.status()).as("%s", answer).isIn(400, 413, 414, 431);
      assertThat(answer.json().path("error_description").asText())
          .as("there was no body")
          .doesNotContain("The body must not be longer");
      Exchange entry = http.get(answer.json().path("instance").asText());
      assertThat(entry.status()).as("the instance of %s", answer).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://wallet.example", "http://localhost:3000", "null"})
  void a_request_from_a_web_page_is_decided_like_any_other(String origin) {
    Exchange answer = http.request("POST", RawHttp.TOKEN)
        .header("Origin", origin)
        .header("Content-Type", RawHttp.FORM)
        .body("grant_type=password")
        .send();

    assertThatProblem(answer).is(BAD_REQUEST, "unsupported_grant_type", "grant_type.supported");
  }

  @Test
  void a_client_may_wait_for_the_server_to_ask_for_the_body() {
    Exchange answer = http.request("POST", RawHttp.TOKEN)
        .header("Content-Type", RawHttp.FORM)
        .body(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded())
        .expectContinue()
        .send();

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }
}
