package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.flow.AnswerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Browsers, wallets and libraries ask for one thing or another; whatever they accept, they get on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
class AuthorizeMediaTypeTest extends AnswerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/html",
        "application/jwt",
        "application/oauth-authz-req+jwt",
        "image/png",
        "nonsense"
      })
  void a_flow_goes_on_whatever_is_accepted(String accept) {
    assertRedirected(get(RawHttp.AUTHORIZE + "?" + form(request).encoded(), accept));
    Exchange read = get(asked.redirect().parameter("request_uri"), accept);
    assertThat(read.status()).as("%s", read).isEqualTo(200);
    assertThat(read.mediaType()).isEqualTo("application/jwt");
    assertRedirected(http.request("POST", RawHttp.DIRECT_POST)
        .header("Content-Type", RawHttp.FORM)
        .header("Accept", accept)
        .body(good().encoded())
        .send());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json",
    "application/problem+json, application/problem+json",
    "text/html, application/problem+json",
    "*/*, application/problem+json"
  })
  void a_problem_comes_as_json_to_those_who_ask_for_that_alone(String accept, String expected) {
    Form bad = form(request).without("client_id");
    assertThat(get(RawHttp.AUTHORIZE + "?" + bad.encoded(), accept).mediaType())
        .isEqualTo(expected);
    assertThat(http.request("POST", RawHttp.DIRECT_POST)
            .header("Content-Type", RawHttp.FORM)
            .header("Accept", accept)
            .body("state=x")
            .send()
            .mediaType())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded; charset=UTF-8",
        "application/x-www-form-urlencoded;charset=utf-8",
        "Application/X-WWW-Form-Urlencoded"
      })
  void a_form_is_one_with_a_charset_and_in_other_letters(String type) {
    assertRedirected(http.post(RawHttp.DIRECT_POST, type, good().encoded()));
  }

  @Test
  void what_goes_through_a_browser_is_not_kept() {
    Exchange answer = http.authorize(form(request));
    assertThat(answer.header("cache-control")).contains("no-store");
    assertThat(answer.body()).isEmpty();
    Exchange problem = http.authorize(form(request).without("client_id"));
    assertThat(problem.header("cache-control")).contains("no-store");
  }

  private Exchange get(String target, String accept) {
    return http.request("GET", target).header("Accept", accept).send();
  }
}
