package dev.authmock.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import java.io.IOException;
import java.net.SocketException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes over a connection ends with that connection at the worst. */
@Timeout(20)
class BadBytesTest extends ServiceTest {
  private static final int MEGABYTE = 1 << 20;

  @AfterEach
  void an_honest_request_is_answered_afterwards() {
    assertThat(http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()))
            .status())
        .isEqualTo(200);
  }

  @Test
  void random_bytes_are_refused_and_never_an_internal_error() throws IOException {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[1 + random.nextInt(5000)];
      random.nextBytes(bytes);
      try (Wire wire = wire()) {
        wire.send(bytes).send("\r\n\r\n").sendEnd();
        assertThat(wire.rest()).doesNotStartWith("HTTP/1.1 5").doesNotStartWith("HTTP/1.1 2");
      } catch (SocketException reset) {
        // Refused while it was still sending.
      }
    }
  }

  @Test
  void a_line_without_an_end_is_not_read_to_its_end() throws IOException {
    assertThat(megabytesTaken("GET /", "a".repeat(MEGABYTE))).isLessThan(50);
  }

  @Test
  void headers_without_an_end_are_not_read_to_their_end() throws IOException {
    assertThat(megabytesTaken("GET / HTTP/1.1\r\n", "X: y\r\n".repeat(MEGABYTE / 6)))
        .isLessThan(50);
  }

  @Test
  void a_body_that_is_too_long_is_refused_before_it_has_come() throws IOException {
    try (Wire wire = wire()) {
      wire.send("POST " + RawHttp.TOKEN + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
          + RawHttp.FORM + "\r\nContent-Length: 100000000\r\n\r\na=");
      assertThat(wire.answer().status()).isEqualTo(413);
    }
  }

  @Test
  void a_body_of_chunks_without_an_end_is_refused_at_its_limit() throws IOException {
    String chunk = "1000\r\n" + "a".repeat(4096) + "\r\n";
    try (Wire wire = wire()) {
      wire.send("POST " + RawHttp.TOKEN + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
          + RawHttp.FORM + "\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 17; i++) {
        wire.send(chunk);
      }
      assertThat(wire.answer().status()).isEqualTo(413);
    }
  }

  @Test
  void who_says_that_nothing_more_will_come_gets_the_answer() throws IOException {
    String form = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded();
    try (Wire wire = wire().send(Wire.post(RawHttp.TOKEN, form)).sendEnd()) {
      assertThat(wire.answer().status()).isEqualTo(200);
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void half_a_request_redeems_nothing_when_nothing_more_will_come() throws IOException {
    String form = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded();
    String request = Wire.post(RawHttp.TOKEN, form);
    try (Wire wire = wire().send(request.substring(0, request.length() - 1)).sendEnd()) {
      assertThat(wire.rest()).doesNotContain("access_token");
    }
    assertThat(http.post(RawHttp.TOKEN, RawHttp.FORM, form).status()).isEqualTo(200);
  }

  /** How much was sent until the connection was closed. */
  private int megabytesTaken(String start, String megabyte) throws IOException {
    try (Wire wire = wire().send(start)) {
      for (int sent = 0; sent < 100; sent++) {
        try {
          wire.send(megabyte);
        } catch (SocketException closed) {
          return sent;
        }
      }
    }
    return 100;
  }

  private Wire wire() throws IOException {
    return new Wire(server.getPort());
  }
}
