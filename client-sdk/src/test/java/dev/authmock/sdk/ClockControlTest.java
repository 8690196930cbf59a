package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.authmock.sdk.control.model.ClockReading;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClockControlTest {

  private static final String READING =
      "{\"now\": \"2027-01-01T00:00:00Z\", \"frozen\": true, \"real_time\": false}";

  private static Arguments call(
      Function<ClockControl, ClockReading> call, String request, String body) {
    return arguments(call, request, body);
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        call(ClockControl::read, "GET/mock/clock", ""),
        call(
            clock -> clock.set(Instant.parse("2027-01-01T00:00:00Z")),
            "PUT/mock/clock",
            "{\"now\":\"2027-01-01T00:00:00Z\"}"),
        call(
            clock -> clock.advance(Duration.ofMinutes(5)),
            "POST/mock/clock/advance",
            "{\"by\":\"PT5M\"}"),
        call(ClockControl::freeze, "POST/mock/clock/freeze", ""),
        call(ClockControl::resume, "POST/mock/clock/resume", ""),
        call(ClockControl::reset, "DELETE/mock/clock", ""));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void each_answers_what_the_clock_shows(
      Function<ClockControl, ClockReading> call, String request, String body) throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, READING)) {
      ClockReading reading = call.apply(peer.client().control().clock());

      assertThat(reading.getNow()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
      assertThat(reading.getFrozen()).isTrue();
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo(request);
      assertThat(peer.request().body()).isEqualTo(body);
    }
  }

  @Test
  void the_control_token_goes_along() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, READING)) {
      AuthMockClient.builder()
          .baseUrl(peer.url())
          .controlToken("c0ntrol")
          .build()
          .control()
          .clock()
          .read();

      assertThat(peer.request().header("Authorization")).isEqualTo("Bearer c0ntrol");
    }
  }
}
