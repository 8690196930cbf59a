package dev.authmock.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Those who send junk cost those who do not nothing but time. */
@Timeout(60)
class JunkTest extends ServiceTest {
  private static final int CONNECTIONS = 16;
  private static final int SIZE = 64 * 1024;
  private static final int HONEST = 50;
  private static final int ROUNDS = 10;
  private static final String JUNK = Wire.post(RawHttp.TOKEN, "x".repeat(SIZE));

  @Test
  void honest_requests_beside_it_get_their_answers_each() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger sent = new AtomicInteger();
    List<Future<?>> junk = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        Random random = new Random(i);
        junk.add(threads.submit(() -> sendJunk(random, enough, sent)));
      }
      for (int i = 0; i < HONEST; i++) {
        Form form = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin());
        assertThat(http.token(form).status()).isEqualTo(200);
        assertThatProblem(http.token(form))
            .is(Kind.BAD_REQUEST, "invalid_grant", "pre-authorized_code.unused");
      }
    } finally {
      enough.set(true);
      threads.shutdown();
    }
    for (Future<?> sender : junk) {
      sender.get();
    }
    assertThat(sent).hasValueGreaterThan(CONNECTIONS);
  }

  @Test
  void who_is_refused_big_requests_one_after_the_other_rests_longer_each_time() throws IOException {
    try (Wire wire = new Wire(server.getPort())) {
      long start = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        assertThat(wire.send(JUNK).answer().status()).isEqualTo(400);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(10 + 20 + 40 + 80));
    }
  }

  @Test
  void meanwhile_big_requests_that_are_accepted_are_answered_one_after_the_other()
      throws IOException {
    String big = Wire.get("/health")
            .replace(
                "\r\n\r\n", "\r\nContent-Type: text/plain\r\nContent-Length: " + SIZE + "\r\n\r\n")
        + "x".repeat(SIZE);
    int answers = 0;
    try (Wire refused = new Wire(server.getPort());
        Wire accepted = new Wire(server.getPort())) {
      for (int i = 0; i < ROUNDS; i++) {
        refused.send(JUNK);
        while (!refused.isAnswered()) {
          assertThat(accepted.send(big).answer().status()).isEqualTo(200);
          answers++;
        }
        assertThat(refused.answer().status()).isEqualTo(400);
      }
    }
    assertThat(answers).isGreaterThan(3 * ROUNDS);
  }

  @Test
  void junk_that_does_not_wait_for_answers_gets_them_in_order_and_so_does_what_follows_it()
      throws IOException {
    try (Wire wire =
        new Wire(server.getPort()).send(JUNK + JUNK + Wire.get("/health")).sendEnd()) {
      assertThat(wire.answer().status()).isEqualTo(400);
      assertThat(wire.answer().status()).isEqualTo(400);
      assertThat(wire.answer().status()).isEqualTo(200);
      assertThat(wire.rest()).isEmpty();
    }
  }

  /** By turns what is no HTTP, and what is a form of it that is nothing but junk. */
  private Void sendJunk(Random random, AtomicBoolean enough, AtomicInteger sent)
      throws IOException {
    byte[] bytes = new byte[SIZE];
    while (!enough.get()) {
      random.nextBytes(bytes);
      try (Wire wire = new Wire(server.getPort())) {
        if (random.nextBoolean()) {
          wire.send("POST " + RawHttp.TOKEN + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
              + RawHttp.FORM + "\r\nContent-Length: " + SIZE + "\r\n\r\n");
        }
        wire.send(bytes).sendEnd();
        assertThat(wire.rest()).doesNotStartWith("HTTP/1.1 2").doesNotStartWith("HTTP/1.1 5");
      } catch (SocketException reset) {
        // Refused while it was still sending.
      }
      sent.incrementAndGet();
    }
    return null;
  }
}
