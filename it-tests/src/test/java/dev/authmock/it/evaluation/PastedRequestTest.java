package dev.authmock.it.evaluation;

import static dev.authmock.it.support.Kind.BAD_REQUEST;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tester may paste to ask why it is refused: a form body, or a curl command that sends one. */
class PastedRequestTest extends ServiceTest {
  private Form form;
  private String url;

  @BeforeEach
  void haveCode() {
    form = Form.ofPreAuthorizedCode(codes.preAuthorized()).with("user_pin", Codes.DERIVED_PIN);
    url = sdk.tokenEndpoint();
  }

  @Test
  void a_form_body_may_have_line_breaks_around_it() {
    accepted("\r\n  " + form.encoded() + "\n");
    accepted(form.encoded().replace("&", "\n  &"));
  }

  @Test
  void a_curl_command_may_send_the_form_in_any_way() {
    String code = form.value("pre-authorized_code");
    accepted("curl " + url + " -d '" + form.encoded() + "'");
    accepted("curl -s -X POST \"" + url + "\" --data-raw \"" + form.encoded() + "\" | jq .");
    accepted("curl " + url + " \\\n  --data-urlencode 'grant_type=" + Form.PRE_AUTHORIZED_CODE
        + "' \\\n  --data-urlencode pre-authorized_code=" + code + " \\\n  -d user_pin="
        + Codes.DERIVED_PIN);
    accepted("curl ^\"" + url + "^\" ^\r\n  --data-raw ^\""
        + form.encoded().replace("&", "^&").replace("%", "^%^") + "^\"");
    accepted("curl $'" + url + "' --data-binary $'" + form.encoded().replace("%", "\\u0025") + "'");
  }

  @Test
  void what_is_wrong_in_the_form_is_told_from_a_command_too() {
    Rehearsal.of("curl " + url + " -d '" + form.replacing("user_pin", "7777").encoded() + "'", http)
        .isRefused(400, "user_pin.matches")
        .saying("tries left: 4");
    Rehearsal.of("curl " + url + " -d '" + form.encoded() + "' -d user_pin=1", http)
        .isRefused(400, "request.parameters_once");
    Rehearsal.of("curl " + url + " -d a=%zz", http).isRefused(400, "request.encoding");
  }

  @Test
  void credentials_in_a_command_are_refused_as_at_the_endpoint() {
    Exchange real = http.request("POST", RawHttp.TOKEN)
        .header("Content-Type", RawHttp.FORM)
        .header("Authorization", "Basic dXNlcjpzZWNyZXQ=")
        .body(form.encoded())
        .send();

    String data = " -d '" + form.encoded() + "' ";
    Rehearsal.of("curl -u user:secret" + data + url, http).foretold(real, http);
    Rehearsal.of("curl -H 'Authorization: Basic dXNlcjpzZWNyZXQ='" + data + url, http)
        .foretold(real, http);
    accepted("curl -H 'Authorization: Bearer abc'" + data + url);
  }

  @Test
  void what_the_server_does_not_take_for_a_form_is_refused_as_at_the_endpoint() {
    assertSame(http.post(RawHttp.TOKEN, "application/json", "{}"), "curl --json '{}' " + url);
    assertSame(
        http.request("POST", RawHttp.TOKEN).body("a=b").send(),
        "curl -H Content-Type: -d a=b " + url);
    assertSame(http.get(RawHttp.TOKEN), "curl " + url);
    assertSame(http.get(RawHttp.TOKEN + "?a=b"), "curl -G -d a=b " + url);
    assertSame(http.request("PUT", RawHttp.TOKEN).send(), "curl -X PUT " + url);
    assertSame(
        http.post(RawHttp.TOKEN, RawHttp.FORM, "a=" + "%26".repeat(25_000)),
        "curl --data-urlencode a=" + "'" + "&".repeat(25_000) + "' " + url);
    assertSame(http.request("POST", RawHttp.TOKEN).send(), "curl -X POST " + url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl",
        "curl -d @secret-file URL",
        "curl --data-urlencode code@secret-file URL",
        "curl -F code=secret URL",
        "curl --secret-option URL",
        "curl -d 'code=secret URL",
        "curl -d \"code=$secret\" URL",
        "curl -d grant_type=secret&code=secret URL",
        "curl -d code=secret URL http://localhost/secret",
        "curl -d code=secret http://localhost:8080/nowhere",
        "curl -d code=secret --next -d code=secret URL"
      })
  void a_command_that_cannot_be_understood_is_explained(String command) {
    assertThatProblem(Rehearsal.order(command.replace("URL", url), http))
        .is(BAD_REQUEST, "invalid_request", "evaluation.request")
        .leaksNone("code=secret", "secret-file", "$secret");
  }

  @Test
  void an_order_has_up_to_60000_characters() {
    assertThatProblem(Rehearsal.order("", http))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
    assertThatProblem(Rehearsal.order("a".repeat(60_001), http))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
    Rehearsal.of("a".repeat(60_000), http).isRefused(400, "grant_type.present");
    Rehearsal.of(" ", http).isRefused(400, "grant_type.present");
    assertThatProblem(http.post(Rehearsal.PATH, "application/json", "{\"request\":1}"))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
    assertThatProblem(http.post(Rehearsal.PATH, "application/json", "{}"))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
  }

  @Test
  void markup_in_a_request_is_told_as_text() {
    Rehearsal.of("grant_type=<script>alert(1)</script>", http)
        .isRefused(400, "grant_type.supported")
        .saying("'<script>alert(1)</script>'");
  }

  private void accepted(String pasted) {
    Rehearsal.of(pasted, http).isAccepted();
  }

  private void assertSame(Exchange real, String command) {
    Rehearsal.of(command, http)
        .isRefused(real.status(), real.json().path("check").asText());
  }
}
