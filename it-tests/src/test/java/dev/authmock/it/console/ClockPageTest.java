package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock in the console. */
class ClockPageTest extends ConsoleTest {

  @Test
  void the_clock_is_set_stopped_advanced_and_put_back() {
    assertThat(submitted("/console/clock/real-time", Form.empty()).body())
        .contains(">real time<")
        .doesNotContain("id=\"steered\"");

    assertThat(submitted("/console/clock/freeze", Form.empty()).body())
        .contains("stands still", "id=\"steered\"");
    assertThat(submitted("/console/clock/set", Form.empty().with("now", "2031-02-03T04:05:06Z"))
            .body())
        .contains("2031-02-03 04:05:06 UTC");
    assertThat(
            submitted("/console/clock/advance", Form.empty().with("by", "P1D")).body())
        .contains("2031-02-04 04:05:06 UTC");
    assertThat(submitted("/console/clock/resume", Form.empty()).body())
        .contains("was set, and runs");
    assertThat(page("/console").body()).contains("The clock was set, and shows");
    assertThat(submitted("/console/clock/real-time", Form.empty()).body())
        .doesNotContain("id=\"steered\"");
  }

  @Test
  void a_code_expires_without_waiting() {
    String code = codes.preAuthorizedWithoutPin();
    submitted("/console/clock/advance", Form.empty().with("by", "PT5M"));

    assertThat(http.token(Form.ofPreAuthorizedCode(code)).json().path("check").asText())
        .isEqualTo("pre-authorized_code.not_expired");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "tomorrow", ""})
  void a_time_that_the_clock_can_t_show_is_refused(String now) {
    Exchange page = submit("/console/clock/set", Form.empty().with("now", now));

    assertThat(page.status()).as("%s", page).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"", "clock.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1M", "P400000000D", "5 minutes", ""})
  void a_step_that_is_none_is_refused(String by) {
    Exchange page = submit("/console/clock/advance", Form.empty().with("by", by));

    assertThat(page.status()).as("%s", page).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"", "clock.");
  }
}
