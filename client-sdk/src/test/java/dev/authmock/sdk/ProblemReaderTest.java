package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemReaderTest {

  private static final String EXPLAINED = """
      {"type": "http://localhost:8080/problems/bad-request", "title": "Bad Request",
       "status": 400, "detail": "Bad request.",
       "instance": "http://localhost:8080/journal/7c9e", "error": "invalid_grant",
       "error_description": "The code_verifier does not match the code_challenge.",
       "check": "code_verifier.matches", "tries_left": 3, "hints": [{"see": "RFC 7636"}],
       "nothing": null}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/problem+json",
        "application/json",
        "Application/Problem+JSON; charset=utf-8"
      })
  void all_members_are_read_from_both_media_types(String contentType) {
    ProblemDetails problem = read(400, contentType, EXPLAINED);

    assertThat(problem.type()).isEqualTo(URI.create("http://localhost:8080/problems/bad-request"));
    assertThat(problem.title()).isEqualTo("Bad Request");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).isEqualTo("Bad request.");
    assertThat(problem.instance()).isEqualTo(URI.create("http://localhost:8080/journal/7c9e"));
    assertThat(problem.error()).isEqualTo("invalid_grant");
    assertThat(problem.errorDescription())
        .isEqualTo("The code_verifier does not match the code_challenge.");
    assertThat(problem.check()).isEqualTo("code_verifier.matches");
  }

  @Test
  void unknown_members_are_kept_but_for_nulls() {
    assertThat(read(400, "application/problem+json", EXPLAINED).extensions())
        .isEqualTo(Map.of("tries_left", 3, "hints", List.of(Map.of("see", "RFC 7636"))));
  }

  @Test
  void it_reads_well_in_one_line() {
    assertThat(new AuthMockException(read(400, "application/json", EXPLAINED)))
        .hasMessage(
            "400 Bad Request: invalid_grant (code_verifier.matches): The code_verifier does not"
                + " match the code_challenge. – explained at http://localhost:8080/journal/7c9e");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 404: ",
        "{\"title\":\"Not Found\",\"detail\":\"No such page.\"} | 404 Not Found: No such page.",
        "{\"title\":\"Not Found\",\"check\":\"a.b\"} | 404 Not Found: (a.b): ",
        "{\"error\":\"unheard_of\",\"error_description\":\"So.\"} | 404: unheard_of: So."
      })
  void what_is_missing_is_left_out_of_the_line(String body, String line) {
    assertThat(read(404, "application/problem+json", body).toString().strip())
        .isEqualTo(line.strip());
  }

  @Test
  void members_of_the_wrong_type_count_as_missing() {
    ProblemDetails problem = read(400, "application/problem+json", """
            {"type": "not a URI", "title": 7, "status": "400", "detail": {}, "instance": "::",
             "error": ["a"], "error_description": null, "check": true}""");

    assertThat(problem)
        .isEqualTo(new ProblemDetails(
            URI.create("about:blank"), "", 400, "", null, null, null, null, Map.of()));
  }

  @Test
  void the_status_is_that_of_http() {
    assertThat(read(503, "application/problem+json", EXPLAINED).status()).isEqualTo(503);
  }

  @Test
  void an_ordinary_oauth_error_is_read_too() {
    assertThat(read(401, "application/json", "{\"error\":\"invalid_client\"}").error())
        .isEqualTo("invalid_client");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text/html | <html>Bad Gateway</html>",
        "`` | {\"title\":\"Bad Gateway\"}",
        "text/plain | {\"title\":\"Bad Gateway\"}",
        "application/json | {\"message\":\"no upstream\"}",
        "application/json | []",
        "application/json | ``",
        "application/json | {\"title\":",
        "application/problem+json | \"Bad Gateway\""
      })
  void what_others_say_is_no_problem_of_the_contract(String contentType, String body) {
    assertThat(ProblemReader.read(502, contentType, body)).isEmpty();
  }

  private static ProblemDetails read(int status, String contentType, String body) {
    return ProblemReader.read(status, contentType, body).orElseThrow();
  }
}
