package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static dev.authmock.it.support.Kind.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An error goes out as application/json where Accept names it, and names neither
 * application/problem+json nor any type with a quality at least as high.
 */
class ErrorMediaTypeTest extends ServiceTest {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "APPLICATION/Json",
        "application/json; charset=utf-8",
        "application/json, */*;q=0.8",
        "*/*;q=0.8, application/json",
        "application/json;q=0.9, */*;q=0.8",
        "application/json, application/problem+json;q=0.9",
        "application/problem+json;q=0.5, */*;q=0.1, application/json;q=0.6",
        "text/html, application/json",
        "application/json;q=0.1",
        "application/json;q=0.001, */*;q=0",
        "nonsense, application/json, ;;;"
      })
  void an_error_is_plain_json_for_who_asks_for_it(String accept) {
    assertThatProblem(refused(accept))
        .in(JSON)
        .is(BAD_REQUEST, "invalid_request", "grant_type.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/problem+json",
        "application/json, application/problem+json",
        "application/problem+json, application/json;q=0.9",
        "application/json, */*",
        "application/json;q=0.8, */*;q=0.8",
        "application/json;q=0.5, */*;q=0.8",
        "application/json;q=0.5, application/problem+json;q=0.5",
        "application/json;q=0",
        "application/*",
        "text/html",
        "application/jsonp",
        "application/json+ld",
        "nonsense",
        ";;;,,,",
        "/",
        "a/b/c;q=q"
      })
  void an_error_is_a_problem_document_for_everybody_else(String accept) {
    assertThatProblem(refused(accept))
        .in(PROBLEM)
        .is(BAD_REQUEST, "invalid_request", "grant_type.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;q=abc", "application/json;q=", "application/json;q=-1",
            "application/json;q=2",
        "application/json;q=NaN", "application/json;q=1e999", "application/json;",
            "application/json;q=0.5;q=0.1"
      })
  void a_quality_that_is_none_does_no_harm(String accept) {
    Exchange answer = refused(accept);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.mediaType()).isIn(JSON, PROBLEM);
  }

  @Test
  void an_error_is_a_problem_document_for_who_says_nothing() {
    assertThatProblem(http.token(Form.empty()))
        .in(PROBLEM)
        .is(BAD_REQUEST, "invalid_request", "grant_type.present");
  }

  @Test
  void several_accept_headers_are_one() {
    Exchange answer = http.request("POST", RawHttp.TOKEN)
        .header("Accept", JSON)
        .header("Accept", PROBLEM)
        .header("Content-Type", RawHttp.FORM)
        .send();

    assertThat(answer.mediaType()).isEqualTo(PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({"application/json, application/json", "text/html, application/problem+json"})
  void the_refusals_of_the_http_layer_follow_the_same_rule(String accept, String expected) {
    assertThatProblem(
            http.request("GET", "/conformance/nowhere").header("Accept", accept).send())
        .in(expected)
        .is(NOT_FOUND, "invalid_request", "request.path");
    assertThatProblem(
            http.request("GET", RawHttp.TOKEN).header("Accept", accept).send())
        .in(expected)
        .is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
    assertThatProblem(http.request("POST", RawHttp.TOKEN)
            .header("Accept", accept)
            .header("Content-Type", "text/plain")
            .body("text")
            .send())
        .in(expected)
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
    assertThatProblem(http.request("POST", RawHttp.TOKEN)
            .header("Accept", accept)
            .header("Content-Type", RawHttp.FORM)
            .body("code=%zz")
            .send())
        .in(expected)
        .is(BAD_REQUEST, "invalid_request", "request.encoding");
  }

  private Exchange refused(String accept) {
    return http.request("POST", RawHttp.TOKEN)
        .header("Accept", accept)
        .header("Content-Type", RawHttp.FORM)
        .body("code=1")
        .send();
  }
}
