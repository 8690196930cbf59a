package dev.authmock.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.Faults;
import io.micronaut.context.annotation.Property;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who takes too long to send a request is told so, whatever part of it is missing. */
@Property(name = "authmock.limits.request-timeout", value = "400ms")
@Timeout(20)
class SlowRequestsTest extends ServiceTest {
  private static final long TIMEOUT_MILLIS = 400;

  @Test
  void a_head_that_does_not_come_to_its_end_is_answered_408() throws IOException {
    try (Wire wire = wire().send("GET /health HTTP/1.1\r\nHost: local")) {
      requireTooSlow(wire);
    }
  }

  @Test
  void a_head_that_comes_byte_by_byte_gets_no_more_time() throws IOException {
    long start = System.nanoTime();
    int sent = 0;
    try (Wire wire = wire()) {
      for (byte next : ("GET /health HTTP/1.1\r\nX: " + "a".repeat(10_000))
          .getBytes(StandardCharsets.US_ASCII)) {
        wire.send(new byte[] {next});
        sent++;
        while (System.nanoTime() - start < sent * Duration.ofMillis(1).toNanos()) {
          Thread.onSpinWait();
        }
      }
      throw new AssertionError("the connection was not closed");
    } catch (SocketException closed) {
      assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
          .isBetween(TIMEOUT_MILLIS, 5 * TIMEOUT_MILLIS);
    }
  }

  @Test
  void a_body_that_does_not_come_to_its_end_is_answered_408() throws IOException {
    String request = Wire.post(RawHttp.TOKEN, "grant_type=password");
    try (Wire wire = wire().send(request.substring(0, request.length() - 1))) {
      requireTooSlow(wire);
    }
  }

  @Test
  void the_second_request_of_a_connection_has_no_more_time_than_the_first() throws IOException {
    try (Wire wire = wire()) {
      assertThat(wire.send(Wire.get("/health")).answer().status()).isEqualTo(200);
      wire.send("GET /hea");
      requireTooSlow(wire);
    }
  }

  @Test
  void a_connection_without_a_request_stays_open() throws Exception {
    try (Wire idle = wire();
        Wire slow = wire().send("GET /hea")) {
      assertThat(idle.send(Wire.get("/health")).answer().status()).isEqualTo(200);
      requireTooSlow(slow);
      assertThat(idle.send(Wire.get("/health")).answer().status()).isEqualTo(200);
    }
  }

  @Test
  void an_answer_may_take_longer_than_a_request_and_goes_before_the_408_of_the_next()
      throws IOException {
    String fault = sdk.control()
        .faults()
        .inject(Faults.delay(Duration.ofMillis(3 * TIMEOUT_MILLIS)))
        .getName();
    try (Wire wire = wire().send(Wire.post(RawHttp.TOKEN, "grant_type=password"))) {
      while (sdk.control().faults().read(fault).getInjected() == 0) {
        Thread.onSpinWait();
      }
      wire.send("GET /hea");
      assertThat(wire.answer().status()).isEqualTo(400);
      requireTooSlow(wire);
    }
  }

  @Test
  void a_stream_of_events_lives_on() throws IOException {
    try (Wire stream = wire().send(Wire.get("/console/events"));
        Wire slow = wire().send("GET /hea")) {
      assertThat(stream.head()).startsWith("HTTP/1.1 200");
      requireTooSlow(slow);
      http.token(Form.empty());
      // Each event says its number.
      StringBuilder events = new StringBuilder();
      while (events.indexOf("data: 1") < 0) {
        events.append((char) stream.read());
      }
    }
  }

  @Test
  void nothing_is_redeemed_by_half_a_request() throws IOException {
    String form = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded();
    String request = Wire.post(RawHttp.TOKEN, form);
    try (Wire wire = wire().send(request.substring(0, request.length() - 1))) {
      requireTooSlow(wire);
    }
    assertThat(http.post(RawHttp.TOKEN, RawHttp.FORM, form).status()).isEqualTo(200);
  }

  private Wire wire() throws IOException {
    return new Wire(server.getPort());
  }

  private static void requireTooSlow(Wire wire) throws IOException {
    Wire.Answer answer = wire.answer();
    assertThat(answer.status()).as("%s", answer).isEqualTo(408);
    assertThat(answer.head()).contains("application/problem+json", "connection: close");
    assertThat(answer.head()).containsOnlyOnce("date: ");
    assertThat(answer.body()).contains("Request Timeout");
    assertThat(wire.rest()).isEmpty();
  }
}
