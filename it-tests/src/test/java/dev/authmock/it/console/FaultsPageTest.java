package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults in the console: injected by a form, counted, marked in the list, removed. */
class FaultsPageTest extends ConsoleTest {

  @Test
  void a_fault_is_injected_hits_and_is_over() {
    Exchange page = submitted(
        "/console/faults",
        Form.empty()
            .with("kind", "problem")
            .with("problem", "internal-server-error")
            .with("name", "outage")
            .with("endpoint", "token")
            .with("hits", "times")
            .with("times", "1"));
    assertThat(page.body())
        .contains("The fault was injected.", "outage", "internal-server-error", "0 of 1")
        .contains("1 fault</a> may still hit");

    String code = codes.preAuthorizedWithoutPin();
    assertThat(http.token(Form.ofPreAuthorizedCode(code)).status()).isEqualTo(500);
    assertThat(http.token(Form.ofPreAuthorizedCode(code)).status()).isEqualTo(200);

    assertThat(page("/console/faults").body())
        .contains("1 of 1", "ended")
        .doesNotContain("may still hit");
    assertThat(page("/console").body()).contains("fault: outage");
  }

  @ParameterizedTest
  @CsvSource({
    "delay, delay_ms, 50",
    "cut_off, '', ''",
    "broken_signature, token, access_token",
    "wrong_kid, token, ''",
    "expired_token, token, id_token",
    "wrong_c_nonce, '', ''",
    "short_expires_in, expires_in, 5",
    "extra_members, members, '{\"a\":1}'",
    "missing_members, missing, 'c_nonce, id_token'"
  })
  void each_kind_has_its_form(String kind, String field, String value) {
    assertThat(page("/console/faults?kind=" + kind).body())
        .contains("name=\"kind\" value=\"" + kind + "\"")
        .contains(field.isEmpty() ? "Inject" : "name=\"" + field + "\"");

    Form form = Form.empty().with("kind", kind).with("hits", "every").with("lifetime", "60");
    Exchange page = submitted("/console/faults", field.isEmpty() ? form : form.with(field, value));

    assertThat(page.body()).contains("The fault was injected.");
    assertThat(sdk.control().journal().getEntries().get(0).getOutcome().getValue())
        .isEqualTo("accepted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delay | delay_ms | soon", "delay | delay_ms | 0", "delay | delay_ms | 99999999999",
        "delay | lifetime | 5", "problem | problem | unheard-of", "extra_members | members | []",
        "extra_members | members | {", "missing_members | missing | ,", "problem | name | a b",
        "problem | times | -1", "wrong_kid | token | refresh_token", "problem | endpoint | nowhere"
      })
  void what_is_wrong_is_said_and_nothing_is_injected(String kind, String field, String value) {
    Exchange page = submit("/console/faults", Form.empty().with("kind", kind).with(field, value));

    assertThat(page.status()).as("%s", page).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"", "There is no fault");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind=unheard-of", "kind=%3Cb%3E"})
  void an_unknown_kind_is_refused(String query) {
    assertThat(http.request("GET", "/console/faults?" + query).sendUnchecked().status())
        .isEqualTo(400);
    assertThat(
            submit("/console/faults", Form.empty().with("kind", "unheard-of")).status())
        .isEqualTo(400);
  }

  @Test
  void faults_are_removed_one_by_one_and_together() {
    for (String name : new String[] {"one", "two", "three"}) {
      submitted("/console/faults", Form.empty().with("kind", "cut_off").with("name", name));
    }

    assertThat(submitted("/console/faults/remove", Form.empty().with("name", "two"))
            .body())
        .contains("fault-one", "fault-three")
        .doesNotContain("fault-two");
    assertThat(submitted("/console/faults/remove-all", Form.empty()).body())
        .contains("There is no fault");
  }
}
