package dev.authmock.it.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock as a tester reads and sets it. */
class ClockTest extends ServiceTest {
  private static final String CLOCK = "/mock/clock";
  private static final Instant LATER = Instant.parse("2500-06-01T12:00:00.123456789Z");

  @Test
  void after_a_reset_it_shows_the_real_time_and_runs() {
    put(LATER);
    post("/freeze");
    sdk.control().reset();

    requireRealTime(read());
  }

  @Test
  void deleting_what_was_set_brings_the_real_time_back() {
    put(LATER);

    requireRealTime(answer(http.request("DELETE", CLOCK).send()));
    requireRealTime(read());
  }

  @Test
  void frozen_it_stands_where_it_was_put() {
    post("/freeze");
    put(LATER);

    require(read(), LATER, true);
    require(read(), LATER, true);
    require(post("/freeze"), LATER, true);
  }

  @Test
  void running_it_goes_on_from_where_it_was_put() {
    post("/resume");
    requireRuns(put(LATER), LATER);
    requireRuns(read(), LATER);
  }

  @Test
  void resumed_it_goes_on_from_where_it_stood() {
    put(LATER);
    require(read(), LATER, true);

    requireRuns(post("/resume"), LATER);
    requireRuns(post("/resume"), LATER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT0.000000001S", "P400D", "PT1H30M", "P1DT1S"})
  void advancing_lets_time_pass(String by) {
    Instant before = clock.instant();

    require(advance(by), before.plus(Duration.parse(by)), true);
    post("/resume");
    requireRuns(advance(by), before.plus(Duration.parse(by).multipliedBy(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-02-28T23:59:59.999Z",
        "2262-04-12T00:00:00Z",
        "9999-12-31T23:59:59Z"
      })
  void it_can_be_put_to_any_time_from_1970_to_9999(String time) {
    require(put(Instant.parse(time)), Instant.parse(time), true);
  }

  @Test
  void a_time_may_be_written_with_an_offset() {
    JsonNode now = answer(send("PUT", CLOCK, Map.of("now", "2027-01-01T02:00:00+02:00")));
    require(now, Instant.parse("2027-01-01T00:00:00Z"), true);
  }

  @Test
  void at_its_end_a_running_clock_stands_and_can_be_set_back() {
    post("/resume");
    put(Instant.parse("9999-12-31T23:59:59Z"));
    for (int i = 0; i < 3; i++) {
      require(read(), Instant.parse("9999-12-31T23:59:59Z"), false);
    }
    requireRuns(put(LATER), LATER);
  }

  @Test
  void the_journal_is_dated_by_it_and_shows_how_it_was_set() {
    put(LATER);
    String code = codes.preAuthorized();
    advance("PT5M");

    JsonNode entries = http.get("/mock/journal").json().path("entries");
    assertThat(code).isNotEmpty();
    assertThat(entries.get(0).path("path").asText()).isEqualTo(CLOCK + "/advance");
    assertThat(Instant.parse(entries.get(1).path("received_at").asText()))
        .isEqualTo("2500-06-01T12:00:00.123Z");
    assertThat(entries.get(2).toString()).contains(CLOCK, LATER.toString());
  }

  private JsonNode read() {
    return answer(http.get(CLOCK));
  }

  private JsonNode put(Instant now) {
    return answer(send("PUT", CLOCK, Map.of("now", now.toString())));
  }

  private JsonNode advance(String by) {
    return answer(send("POST", CLOCK + "/advance", Map.of("by", by)));
  }

  private JsonNode post(String path) {
    return answer(http.request("POST", CLOCK + path).send());
  }

  private Exchange send(String method, String path, Map<String, ?> body) {
    return http.request(method, path)
        .header("Content-Type", "application/json")
        .body(Json.write(body))
        .send();
  }

  private static JsonNode answer(Exchange answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private static Instant now(JsonNode reading) {
    return Instant.parse(reading.path("now").asText());
  }

  private static void require(JsonNode reading, Instant now, boolean frozen) {
    assertThat(now(reading)).isEqualTo(now);
    assertThat(reading.path("frozen").booleanValue()).isEqualTo(frozen);
    assertThat(reading.path("real_time").booleanValue()).isFalse();
  }

  private static void requireRuns(JsonNode reading, Instant from) {
    assertThat(now(reading)).isBetween(from, from.plusSeconds(60));
    assertThat(reading.path("frozen").booleanValue()).isFalse();
    assertThat(reading.path("real_time").booleanValue()).isFalse();
  }

  private static void requireRealTime(JsonNode reading) {
    Instant real = Instant.now();
    assertThat(now(reading)).isBetween(real.minusSeconds(60), real.plusSeconds(60));
    assertThat(reading.path("frozen").booleanValue()).isFalse();
    assertThat(reading.path("real_time").booleanValue()).isTrue();
  }
}
