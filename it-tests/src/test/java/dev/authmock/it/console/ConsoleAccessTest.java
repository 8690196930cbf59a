package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a control token the console is for browsers on this machine only. */
class ConsoleAccessTest extends ConsoleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console",
        "/console/",
        "/console/rows",
        "/console/news",
        "/console/events",
        "/console/offers",
        "/console/offers/x",
        "/console/offers/x/qr.svg",
        "/console/offers/x/steps",
        "/console/clients",
        "/console/why",
        "/console/faults",
        "/console/clock",
        "/console/reports",
        "/console/reset",
        "/console/login",
        "//console",
        "/%63onsole",
        "/console%2foffers"
      })
  void from_elsewhere_no_page_is_answered(String path) {
    Exchange answer = http.request("GET", path)
        .header("X-Forwarded-For", "127.0.0.1")
        .header("Accept", "text/html")
        .sendUnchecked();

    assertThat(answer.status()).as("%s", answer).isIn(400, 401, 404);
    assertThat(answer.body()).doesNotContain("<h1>Requests</h1>", "<h1>Start an offer</h1>");
  }

  @Test
  void the_refusal_is_a_page_that_says_what_to_do() {
    Exchange answer = http.request("GET", "/console")
        .header("X-Forwarded-For", "203.0.113.7")
        .header("Accept", "text/html")
        .sendUnchecked();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.mediaType()).isEqualTo("text/html");
    assertThat(answer.body())
        .contains("authmock.control.token", "control.caller")
        .doesNotContain("/console/login");
  }

  @Test
  void another_host_name_is_refused() {
    Exchange answer = dev.authmock.it.support.RawSocket.send(
        server.getPort(),
        "GET /console HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(sdk.control().journal().getEntries().get(0).getFailedCheck())
        .isEqualTo("control.caller");
  }

  @ParameterizedTest
  @CsvSource({
    "/console/journal/clear", "/console/reset", "/console/offers", "/console/logout",
    "/console/clock/freeze", "/console/clock/advance", "/console/faults",
        "/console/faults/remove-all",
    "/console/clients/add", "/console/why", "/console/clients/jwks-test"
  })
  void a_page_of_another_origin_changes_nothing(String path) {
    String entry = refused("https://client.example");
    for (String origin : List.of("https://evil.example", "null", "http://localhost:1")) {
      Exchange answer = http.request("POST", path)
          .header("Origin", origin)
          .header("Content-Type", RawHttp.FORM)
          .body("a=b")
          .sendUnchecked();
      assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    }
    assertThat(http.get("/journal/" + entry).status()).isEqualTo(200);
  }

  @Test
  void pages_run_nothing_but_what_this_server_has_and_are_framed_by_nobody() {
    for (String path : List.of("/console", "/console/offers", "/console/reset")) {
      Exchange page = page(path);
      assertThat(page.header("content-security-policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContainPattern("(script|connect)-src (?!'self')")
          .doesNotContain("unsafe");
      assertThat(page.header("x-content-type-options")).contains("nosniff");
      assertThat(page.header("cache-control")).contains("no-store");
      assertThat(page.body())
          .doesNotContainPattern("(?i)<script(?![^>]* src=\"/assets/)")
          .doesNotContainPattern("(?i)\\son[a-z]+\\s*=")
          .doesNotContainPattern("(?i)\\sstyle\\s*=")
          .doesNotContainPattern("(?i)(src|href)=\"(https?:)?//");
    }
  }

  @Test
  void there_is_nothing_to_log_in_to() {
    assertThat(http.request("GET", "/console/login").sendUnchecked().status()).isEqualTo(303);
    Exchange answer = submit("/console/login", Form.empty().with("token", "anything"));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("set-cookie")).isEmpty();
  }
}
