package dev.authmock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AnswerHeadersTest {
  private final AtomicReference<Instant> now = new AtomicReference<>();
  private final AnswerHeaders headers = new AnswerHeaders(now::get);

  @Test
  void the_first_days_of_a_month_have_two_digits() {
    assertThat(dateAt("1994-11-06T08:49:37Z")).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
  }

  @Test
  void the_date_is_that_of_the_second_in_which_the_answer_was_made() {
    assertThat(dateAt("2026-11-23T09:59:59.999Z")).isEqualTo("Mon, 23 Nov 2026 09:59:59 GMT");
    assertThat(dateAt("2026-11-23T10:00:00Z")).isEqualTo("Mon, 23 Nov 2026 10:00:00 GMT");
    assertThat(dateAt("2026-11-23T10:00:00.999Z")).isEqualTo("Mon, 23 Nov 2026 10:00:00 GMT");
  }

  @Test
  void the_date_goes_back_with_the_clock_of_the_machine() {
    assertThat(dateAt("2026-11-23T10:00:00Z")).isEqualTo("Mon, 23 Nov 2026 10:00:00 GMT");
    assertThat(dateAt("2026-11-23T09:59:58Z")).isEqualTo("Mon, 23 Nov 2026 09:59:58 GMT");
  }

  private String dateAt(String time) {
    now.set(Instant.parse(time));
    return headers.date();
  }
}
