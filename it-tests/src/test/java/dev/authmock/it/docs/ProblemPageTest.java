package dev.authmock.it.docs;

import static dev.authmock.it.support.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import io.micronaut.context.annotation.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An error is a page where a browser asked for one; programs, and the conformance endpoints, have JSON. */
@Property(name = "authmock.control.token", value = "the-control-token-of-a-test")
@Property(name = "authmock.journal.max-entries", value = "1234")
class ProblemPageTest extends ServiceTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, 404, Not Found, request.path",
    "GET, /problems/unknown, 404, Not Found, request.path",
    "GET, /assets/unknown, 404, Not Found, request.path",
    "GET, /flows/unknown, 404, Not Found, journal.flow",
    "DELETE, /docs, 405, Method Not Allowed, request.method",
    "GET, /docs?api=other, 400, Bad Request, request.valid",
    "GET, /mock/journal, 401, Unauthorized, control.caller"
  })
  void a_browser_sees_what_was_expected_and_what_came(
      String method, String path, int status, String title, String check) {
    Exchange page = http.request(method, path).header("Accept", BROWSER).send();

    assertThat(page.status()).as("%s", page).isEqualTo(status);
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.body())
        .contains("<h1><span class=\"refused\">" + status + "</span> " + title + "</h1>")
        .contains("Expected", "Came", "/docs/checks#" + check, http.base() + "/problems/")
        .contains("href=\"/\"", http.base() + "/journal/");
    assertThat(page.header("content-security-policy").orElse("")).startsWith("default-src 'none'");
    assertThat(page.header("cache-control")).contains("no-store");
    assertThat(page.header("vary").orElse("")).containsIgnoringCase("accept");
    assertThat(page.header("allow").isPresent()).isEqualTo(status == 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/problem+json",
        "*/*",
        "text/html, application/problem+json",
        "application/json, text/html",
        "text/html;q=0.5, application/json;q=0.6",
        "text/html;q=0",
        "text/html;q=none",
        "nonsense"
      })
  void a_program_gets_the_problem(String accept) {
    Exchange answer = http.request("GET", "/nowhere").header("Accept", accept).send();

    assertThat(answer.mediaType()).endsWith("json");
    assertThat(answer.json().path("check").asText()).isEqualTo("request.path");
    assertThat(answer.header("vary").orElse("")).containsIgnoringCase("accept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RawHttp.TOKEN,
        RawHttp.AUTH_MOCK + "/nowhere",
        "/.well-known/nothing",
        "/conformance/"
      })
  void the_conformance_endpoints_answer_a_browser_as_anybody(String path) {
    Exchange answer = http.browse(path);

    assertThat(answer.status()).isIn(404, 405);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
  }

  @Test
  void an_entry_that_is_gone_is_explained() {
    assertThat(http.browse("/journal/gone").body())
        .contains("The journal keeps the newest 1,234 entries only");
    assertThat(http.browse("/flows/gone").body())
        .contains("The journal keeps the newest 1,234 entries only");
    assertThatProblem(http.get("/journal/gone")).is(NOT_FOUND, "invalid_request", "journal.entry");
  }

  @Test
  void markup_that_was_sent_is_text() {
    String body = http.browse("/problems/%3Cscript%3Ealert(1)").body();

    assertThat(body).contains("&lt;script").doesNotContain("<script");
  }

  @Test
  void head_has_the_status_and_no_body() {
    Exchange answer = http.request("HEAD", "/nowhere").header("Accept", BROWSER).send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void what_the_http_layer_refuses_is_a_page_too() {
    Exchange answer = http.request("POST", "/mock/authorization-codes")
        .header("Accept", BROWSER)
        .header("Authorization", "Bearer the-control-token-of-a-test")
        .header("Content-Type", "application/json")
        .body(" ".repeat(70_000))
        .send();

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.mediaType()).isEqualTo("text/html");
  }
}
