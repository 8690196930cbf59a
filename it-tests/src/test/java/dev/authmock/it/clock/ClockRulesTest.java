package dev.authmock.it.clock;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static dev.authmock.it.support.Kind.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clock can't be set to; it stays as it is then. */
class ClockRulesTest extends ServiceTest {
  private static final String CLOCK = "/mock/clock";
  private static final String ADVANCE = CLOCK + "/advance";

  private Instant before;

  @BeforeEach
  void look() {
    before = clock.instant();
  }

  @AfterEach
  void requireThatItStaysAsItIs() {
    assertThat(clock.instant()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999999999Z",
        "1969-12-31T23:59:59Z",
        "0000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z",
        "9999-12-31T23:59:59.000000001Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "+9999999999-12-31T23:59:59Z",
        "9999-12-31T23:59:59-01:00"
      })
  void it_shows_no_time_before_1970_or_after_9999(String now) {
    assertThatProblem(put(now))
        .is(BAD_REQUEST, "invalid_request", "clock.time")
        .saying("an ISO 8601 instant from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "tomorrow",
        "2027",
        "2027-01-01",
        "2027-01-01T00:00:00",
        "2027-02-29T00:00:00Z",
        "2027-01-01T25:00:00Z",
        "1767225600",
        "2027-01-01T00:00:00Z ",
        "2027-01-01T00:00:00Z\u0000",
        "٢٠٢٧-01-01T00:00:00Z",
        "<script>alert(1)</script>"
      })
  void a_time_is_an_instant_of_iso_8601(String now) {
    assertThatProblem(put(now)).is(BAD_REQUEST, "invalid_request", "clock.time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT0S",
        "-PT5M",
        "PT-5M",
        "PT-0.000000001S",
        "P3000000D",
        "PT9223372036854775807S",
        "-PT9223372036854775807S"
      })
  void a_step_is_above_zero_and_ends_by_9999(String by) {
    assertThatProblem(advance(by))
        .is(BAD_REQUEST, "invalid_request", "clock.step")
        .saying(
            "an ISO 8601 duration of days, hours, minutes and seconds, such as PT5M, above zero, that does not lead past");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "5m",
        "P1Y",
        "P",
        "PT",
        "PT5",
        "PT99999999999999999999S",
        "P99999999999999999999D",
        "PT1e3S",
        "infinite"
      })
  void a_step_is_a_duration_of_iso_8601(String by) {
    assertThatProblem(advance(by)).is(BAD_REQUEST, "invalid_request", "clock.step");
  }

  @Test
  void a_step_may_lead_to_the_last_second_and_not_past_it() {
    Instant last = Instant.parse("9999-12-31T23:59:59Z");
    Duration left = Duration.between(before, last);

    assertThatProblem(advance(left.plusNanos(1).toString()))
        .is(BAD_REQUEST, "invalid_request", "clock.step");
    assertThat(advance(left.toString()).status()).isEqualTo(200);
    assertThat(clock.instant()).isEqualTo(last);
    assertThatProblem(advance("PT0.000000001S")).is(BAD_REQUEST, "invalid_request", "clock.step");
    clock.set(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "7", "{}", "{\"now\":null}", "{\"now\":7}", "{\"now\":{}}"})
  void an_order_has_a_time(String body) {
    Exchange answer = send("PUT", CLOCK, body);
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().path("check").asText()).isIn("request.valid", "request.readable");
  }

  @Test
  void an_order_has_a_bounded_length() {
    assertThatProblem(put("2".repeat(101))).is(BAD_REQUEST, "invalid_request", "request.valid");
    assertThatProblem(advance("P" + "1".repeat(100)))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
  }

  @Test
  void an_order_is_json() {
    assertThatProblem(http.post(ADVANCE, RawHttp.FORM, "by=PT5M"))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
    for (String path : List.of(ADVANCE, CLOCK + "/freeze", CLOCK + "/resume")) {
      assertThatProblem(http.get(path)).is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
    }
  }

  @Test
  void a_page_of_another_origin_can_not_set_it() {
    Exchange answer = http.request("PUT", CLOCK)
        .header("Content-Type", "application/json")
        .header("Origin", "https://evil.example")
        .body(Json.write(Map.of("now", "2027-01-01T00:00:00Z")))
        .send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
  }

  private Exchange put(String now) {
    return send("PUT", CLOCK, Json.write(Map.of("now", now)));
  }

  private Exchange advance(String by) {
    return send("POST", ADVANCE, Json.write(Map.of("by", by)));
  }

  private Exchange send(String method, String path, String body) {
    return http.request(method, path)
        .header("Content-Type", "application/json")
        .body(body)
        .send();
  }
}
