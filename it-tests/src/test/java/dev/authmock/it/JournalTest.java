package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.JournalQuery;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.control.model.JournalEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened to each request, for people and for programs. */
class JournalTest extends ServiceTest {

  @Test
  void a_reader_sees_every_rule_that_was_tried_and_which_one_failed_and_why() {
    String code = codes.preAuthorized();
    AuthMockException refused = (AuthMockException) catchThrowable(
        () -> sdk.redeem(PreAuthorizedCodeGrant.of(code).withUserPin(UserPin.of("7777"))));
    JournalEntry entry = sdk.control().explain(refused);

    assertThat(entry.getChecks())
        .extracting(check -> check.getId() + " " + check.getOutcome().getValue())
        .containsSubsequence(
            "request.parameters_once passed",
            "grant_type.supported passed",
            "pre-authorized_code.present passed",
            "user_pin.form passed",
            "user_pin.present passed",
            "pre-authorized_code.known passed",
            "user_pin.matches failed");
    var failed = entry.getChecks().get(entry.getChecks().size() - 1);
    assertThat(failed.getExpected()).startsWith("the PIN of the offer");
    assertThat(failed.getActual()).contains("tries left: 4");
    assertThat(failed.getReference()).isEqualTo("OpenID4VCI draft 11, section 6.3");
    assertThat(failed.getReferenceUrl().toString()).startsWith("https://openid.net/");
    assertThat(entry.getReceivedAt()).isEqualTo(clock.instant());
    assertThat(entry.getDurationMs()).isBetween(0.0, 5000.0);
    assertThat(entry.getUrl()).isEqualTo(refused.problem().instance());
  }

  @Test
  void secrets_are_shown_as_fingerprints_and_pins_by_their_length() {
    String code = codes.preAuthorized();
    JsonNode entry = assertThatProblem(
            http.token(Form.ofPreAuthorizedCode(code).with("user_pin", "7777")))
        .is(BAD_REQUEST, "invalid_grant", "user_pin.matches")
        .entry();

    assertThat(parameter(entry, "pre-authorized_code"))
        .matches("secret, 32 characters, sha-256 begins [0-9a-f]{8}");
    assertThat(parameter(entry, "user_pin")).isEqualTo("secret, 4 characters");
    assertThat(parameter(entry, "grant_type")).contains(Form.PRE_AUTHORIZED_CODE);
  }

  @Test
  void entries_come_newest_first() {
    sdk.control().clearJournal();
    for (String code : List.of("first", "second", "third")) {
      clock.advance(Duration.ofSeconds(1));
      http.token(Form.ofPreAuthorizedCode(code));
    }

    List<JournalEntry> entries = sdk.control().journal().getEntries();
    assertThat(entries).hasSize(3);
    assertThat(entries)
        .extracting(JournalEntry::getReceivedAt)
        .containsExactly(
            clock.instant(), clock.instant().minusSeconds(1), clock.instant().minusSeconds(2));
  }

  @Test
  void a_limit_keeps_the_newest() {
    sdk.control().clearJournal();
    for (int i = 0; i < 105; i++) {
      clock.advance(Duration.ofSeconds(1));
      http.get("/nowhere");
    }

    assertThat(sdk.control().journal().getEntries()).hasSize(100);
    assertThat(sdk.control().journal(JournalQuery.all().withLimit(1000)).getEntries())
        .hasSize(105);
    var two = sdk.control().journal(JournalQuery.all().withLimit(2));
    assertThat(two.getTotal()).isEqualTo(105);
    assertThat(two.getEntries())
        .extracting(JournalEntry::getReceivedAt)
        .containsExactly(clock.instant(), clock.instant().minusSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "x", "1.5", "99999999999", "%20"})
  void a_limit_is_1_to_1000(String limit) {
    assertThatProblem(http.get("/mock/journal?limit=" + limit))
        .is(BAD_REQUEST, "invalid_request", "request.valid")
        .saying("limit");
  }

  @Test
  void entries_are_filtered_by_client_and_by_failed_check() {
    Wallet one = clients.register();
    Wallet two = clients.register();
    String code = codes.forWallet(one);
    http.token(one.form(code));
    http.token(one.form(code));
    http.token(two.form("unknown"));

    assertThat(
            journal(JournalQuery.all().withClientId(one.clientId()).withFailedCheck("code.unused")))
        .hasSize(1)
        .allMatch(entry -> one.clientId().equals(entry.getClientId()));
    assertThat(journal(JournalQuery.all().withFailedCheck("code.known"))).hasSize(1);
    assertThat(journal(JournalQuery.all().withClientId(two.clientId())))
        .isNotEmpty()
        .allMatch(entry -> two.clientId().equals(entry.getClientId()));
    assertThat(journal(JournalQuery.all().withClientId("nobody"))).isEmpty();
    assertThat(journal(JournalQuery.all().withFailedCheck("nothing"))).isEmpty();
  }

  @Test
  void a_pre_authorized_request_is_listed_under_the_client_of_its_code() {
    http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()));

    assertThat(journal(JournalQuery.all().withClientId(Codes.HOLDER)))
        .anyMatch(entry -> entry.getPath().endsWith("/token") && entry.getStatus() == 200);
  }

  @Test
  void after_clearing_the_instance_of_an_older_problem_has_nothing_to_answer() {
    String instance = assertThatProblem(http.token(Form.empty())).instance();
    assertThat(http.get(instance).status()).isEqualTo(200);

    sdk.control().clearJournal();
    assertThatProblem(http.get(instance)).is(NOT_FOUND, "invalid_request", "journal.entry");
    assertThatProblem(http.get("/journal/nothing"))
        .is(NOT_FOUND, "invalid_request", "journal.entry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
        "application/json;q=0.9, text/html | text/html",
        "application/json | application/json",
        "*/* | application/json",
        "text/html;q=0.5, application/json | application/json",
        "image/png | application/json",
        "nonsense | application/json"
      })
  void an_entry_is_a_page_for_browsers_and_json_for_programs(String accept, String expected) {
    String instance = assertThatProblem(http.token(Form.empty())).instance();

    Exchange answer = http.request("GET", instance).header("Accept", accept).send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo(expected);
    assertThat(answer.header("vary").orElse("")).containsIgnoringCase("Accept");
  }

  @Test
  void the_page_says_what_the_entry_says() {
    Exchange answer = http.token(Form.ofPreAuthorizedCode("unknown"));
    String page = http.browse(assertThatProblem(answer).instance()).body();

    assertThat(page)
        .contains("<html", "Refused", "pre-authorized_code.known", "invalid_grant", "Bad Request")
        .contains("a code of this server")
        .contains(
            "https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-6.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "</dd></dl><iframe src=//evil.example>",
        "https://issuer.example/<b>"
      })
  void markup_that_was_sent_is_text_on_the_page(String markup) {
    Form form = Form.empty()
        .with("grant_type", Form.AUTHORIZATION_CODE)
        .with("client_id", markup)
        .with("code", "some code")
        .with("redirect_uri", markup);
    String instance = assertThatProblem(http.token(form))
        .is(BAD_REQUEST, "invalid_request", "client_id.form")
        .instance();

    Exchange page = http.browse(instance);
    assertThat(page.body()).doesNotContain(markup).contains("&lt;");
    assertThat(page.header("content-security-policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("script-src");
    assertThat(page.header("x-content-type-options")).contains("nosniff");
  }

  @Test
  void markup_in_the_path_is_text_on_the_page() {
    String instance =
        assertThatProblem(http.get("/%3Cscript%3Ealert(1)%3C/script%3E")).instance();

    assertThat(http.browse(instance).body()).doesNotContain("<script>");
  }

  private List<JournalEntry> journal(JournalQuery query) {
    return sdk.control().journal(query).getEntries();
  }

  private static String parameter(JsonNode entry, String name) {
    for (JsonNode parameter : entry.path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter.path("value").asText();
      }
    }
    throw new AssertionError("no parameter " + name + " in " + entry);
  }
}
