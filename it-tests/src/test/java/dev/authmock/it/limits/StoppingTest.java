package dev.authmock.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.PackagedService;
import dev.authmock.it.support.RawHttp;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a signal to stop ends, and what it lets end. */
@Timeout(60)
class StoppingTest {
  /** 128 and the number of SIGTERM. */
  private static final int STOPPED = 143;

  private static final String REQUEST = Wire.post(RawHttp.TOKEN, "grant_type=password");

  @TempDir
  Path directory;

  @Test
  void a_request_that_is_on_its_way_is_answered_and_all_else_ends_at_once() throws Exception {
    try (PackagedService service = new PackagedService(directory.resolve("output.txt"))) {
      int port = service.baseUrl().getPort();
      try (Wire idle = new Wire(port).send(Wire.get("/health"));
          Wire stream = new Wire(port).send(Wire.get("/console/events"));
          Wire half = new Wire(port).send(REQUEST.substring(0, REQUEST.length() - 1))) {
        assertThat(idle.answer().status()).isEqualTo(200);
        assertThat(stream.head()).startsWith("HTTP/1.1 200");
        assertThat(idle.send(Wire.get("/health")).answer().status()).isEqualTo(200);

        service.askToStop();
        assertThat(idle.rest()).isEmpty();
        stream.rest();
        requireThatNoneIsLetIn(port);

        half.send(REQUEST.substring(REQUEST.length() - 1));
        Wire.Answer answer = half.answer();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.head()).contains("connection: close");
        assertThat(half.rest()).isEmpty();
      }
      assertThat(service.exitCode()).isEqualTo(STOPPED);
      assertThat(service.lines()).as("no further line").hasSize(1);
    }
  }

  @Test
  void a_request_that_does_not_come_to_its_end_holds_it_up_for_no_longer_than_the_grace_period()
      throws Exception {
    try (PackagedService service = new PackagedService(
        directory.resolve("output.txt"),
        "-Dmicronaut.lifecycle.graceful-shutdown.grace-period=1s")) {
      int port = service.baseUrl().getPort();
      try (Wire half = new Wire(port).send(REQUEST.substring(0, REQUEST.length() - 1));
          Wire other = new Wire(port).send(Wire.get("/health"))) {
        assertThat(other.answer().status()).isEqualTo(200);
        long start = System.nanoTime();
        service.askToStop();

        assertThat(service.exitCode()).isEqualTo(STOPPED);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
        assertThat(half.rest()).isEmpty();
      }
    }
  }

  /** Sooner or later, for it is another thread that closes the port. */
  private static void requireThatNoneIsLetIn(int port) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < Duration.ofSeconds(3).toNanos()) {
      try {
        new Wire(port).close();
      } catch (ConnectException refused) {
        return;
      }
    }
    throw new AssertionError("it takes new connections");
  }
}
