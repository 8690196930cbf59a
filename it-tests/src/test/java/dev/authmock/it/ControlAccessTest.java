package dev.authmock.it;

import static dev.authmock.it.support.Kind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a control token the control API answers callers on the loopback interface only. */
class ControlAccessTest extends ServiceTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /mock/journal",
    "DELETE, /mock/journal",
    "POST, /mock/authorization-codes",
    "POST, /mock/pre-authorized-codes",
    "POST, /mock/reset"
  })
  void what_a_proxy_passes_on_comes_from_elsewhere(String method, String path) {
    for (String header : List.of("X-Forwarded-For", "Forwarded")) {
      Exchange answer = http.request(method, path)
          .header(header, "127.0.0.1")
          .header("Content-Type", "application/json")
          .body(method.equals("POST") ? "{\"client_id\":\"https://issuer.example\"}" : "")
          .send();
      assertThatProblem(answer).is(UNAUTHORIZED, "invalid_token", "control.caller");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%6dock/journal", "/mock%2fjournal", "//mock/journal", "/./mock/journal",
            "/x/../mock/journal",
        "/mock;a=b/journal", "/mock//journal", "/MOCK/journal", "/mock/journal/", "/mock/journal;x"
      })
  void no_spelling_of_the_path_leads_around_the_rule(String path) {
    Exchange answer =
        http.request("GET", path).header("X-Forwarded-For", "203.0.113.7").sendUnchecked();

    assertThat(answer.status()).as("%s", answer).isIn(400, 401, 404);
    assertThat(answer.body()).doesNotContain("\"entries\"");
  }

  @Test
  void callers_of_other_machines_are_not_answered() throws SocketException {
    Optional<String> address = outsideAddress();
    assumeTrue(address.isPresent(), "this machine has a network interface");
    RawHttp outside = new RawHttp("http://" + address.orElseThrow() + ":" + server.getPort());

    assertThat(outside.token(Form.empty()).status()).isEqualTo(400);
    Exchange answer = outside.get("/mock/journal");
    assertThatProblem(answer).is(UNAUTHORIZED, "invalid_token", "control.caller");
  }

  @Test
  void a_web_page_of_another_site_cannot_steer_the_server() {
    String code = codes.preAuthorizedWithoutPin();
    for (String origin : List.of("https://evil.example", "null")) {
      Exchange answer =
          http.request("POST", "/mock/reset").header("Origin", origin).send();
      assertThatProblem(answer).is(UNAUTHORIZED, "invalid_token", "control.caller");
    }
    assertThat(http.token(Form.ofPreAuthorizedCode(code)).status()).isEqualTo(200);
  }

  @Test
  void entries_and_kinds_of_problems_answer_everybody() {
    String instance = assertThatProblem(http.token(Form.empty())).instance();
    for (String target : List.of(instance, "/problems/bad-request")) {
      Exchange answer =
          http.request("GET", target).header("X-Forwarded-For", "203.0.113.7").send();
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
  }

  @Test
  void the_conformance_endpoints_answer_everybody() {
    for (String target :
        List.of(RawHttp.JWKS, RawHttp.AUTH_MOCK + "/.well-known/openid-configuration")) {
      Exchange answer =
          http.request("GET", target).header("X-Forwarded-For", "203.0.113.7").send();
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
  }

  private static Optional<String> outsideAddress() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(address -> address.getHostAddress())
        .findFirst();
  }
}
