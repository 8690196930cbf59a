package dev.authmock.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.control.model.Endpoint;
import io.micronaut.context.annotation.Property;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** At the bound of connections, those in the middle of nothing make room; no other does. */
@Property(name = "authmock.limits.max-connections", value = "10")
@Timeout(20)
class ConnectionBoundTest extends ServiceTest {
  private static final int MAX = 10;
  private static final Duration DELAY = Duration.ofSeconds(3);
  private static final Duration QUICK = Duration.ofMillis(100);

  private final List<Wire> wires = new ArrayList<>();

  @AfterEach
  void closeAll() throws IOException {
    for (Wire wire : wires) {
      wire.close();
    }
  }

  @Test
  void idle_connections_make_room() throws IOException {
    for (int i = 0; i < 5 * MAX; i++) {
      wire();
    }
    assertThat(wire().send(Wire.get("/health")).answer().status()).isEqualTo(200);
  }

  @Test
  void connections_with_half_a_request_make_room() throws IOException {
    for (int i = 0; i < 5 * MAX; i++) {
      wire().send("POST " + RawHttp.TOKEN + " HTTP/1.1\r\nContent-Length: 9\r\n\r\ngrant");
    }
    assertThat(wire().send(Wire.get("/health")).answer().status()).isEqualTo(200);
  }

  @Test
  void one_that_is_in_use_is_kept_before_those_that_never_were() throws IOException {
    Wire used = wire();
    for (int i = 0; i < 5 * MAX; i++) {
      assertThat(used.send(Wire.get("/health")).answer().status()).isEqualTo(200);
      wire();
    }
  }

  @Test
  void where_all_wait_for_an_answer_the_next_is_refused_at_once_and_they_get_theirs()
      throws IOException {
    String fault = sdk.control()
        .faults()
        .inject(Faults.delay(DELAY).every(true).match(Faults.at(Endpoint.TOKEN)))
        .getName();
    List<Wire> waiting = new ArrayList<>();
    for (int i = 1; i < MAX; i++) {
      waiting.add(delayed());
    }
    long start = System.nanoTime();
    while (sdk.control().faults().read(fault).getInjected() < waiting.size()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DELAY);
    }

    // The last place is taken by one of these.
    Duration refusal = refusal();
    while (refusal.compareTo(QUICK) > 0) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DELAY);
      refusal = refusal();
    }

    for (Wire wire : waiting) {
      assertThat(wire.answer().status()).isEqualTo(400);
    }
    assertThat(wire().send(Wire.get("/health")).answer().status()).isEqualTo(200);
  }

  /** After what time one more is refused; if it is let in, it has to wait. */
  private Duration refusal() throws IOException {
    long start = System.nanoTime();
    try {
      delayed().requireSilenceOrEnd(QUICK);
    } catch (SocketException reset) {
      // Before the request was sent.
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Wire delayed() throws IOException {
    return wire().send(Wire.post(RawHttp.TOKEN, "grant_type=password"));
  }

  private Wire wire() throws IOException {
    Wire wire = new Wire(server.getPort());
    wires.add(wire);
    return wire;
  }
}
