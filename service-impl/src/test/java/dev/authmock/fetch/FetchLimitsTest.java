package dev.authmock.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.fetch.FetchException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that take their time or send too much. */
class FetchLimitsTest {

  private static final String START = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  private final GuardedHttpClient client = Fetching.client();

  @AfterEach
  void close() throws IOException {
    client.close();
  }

  @Test
  void a_host_that_never_answers_is_hung_up_on_at_the_deadline() throws Exception {
    try (FakeHost host = FakeHost.neverAnswering()) {
      assertTimesOutOn(host);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        START + "X-Long: ",
        START + "Content-Length: 1000\r\n\r\n",
        START + "Transfer-Encoding: chunked\r\n\r\nff\r\n",
        START + "\r\n"
      })
  void a_host_that_drips_is_hung_up_on_at_the_deadline(String start) throws Exception {
    try (FakeHost host = FakeHost.dripping(start)) {
      assertTimesOutOn(host);
    }
  }

  @Test
  void a_host_that_sends_interim_answers_for_ever_is_hung_up_on_at_the_deadline() throws Exception {
    try (FakeHost host = FakeHost.that((socket, out) -> {
      while (true) {
        out.write("HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Thread.sleep(20);
      }
    })) {
      assertTimesOutOn(host);
    }
  }

  @Test
  void a_tls_handshake_that_drips_is_hung_up_on_at_the_deadline() throws Exception {
    byte[] startOfRecord = {0x16, 3, 3, 0x40, 0};
    try (FakeHost host = FakeHost.thatAtOnce((socket, out) -> {
      out.write(startOfRecord);
      FakeHost.drip(out);
    })) {
      assertTimesOut(URI.create("https://127.0.0.1:" + host.port()));
      assertThat(host.seesHangUp()).isTrue();
    }
  }

  @Test
  void a_name_server_that_hangs_is_left_behind_at_the_deadline() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    HostResolver hanging = host -> {
      awaitUninterrupted(answer);
      return InetAddress.getAllByName("127.0.0.1");
    };
    try (GuardedHttpClient other = Fetching.client(hanging)) {
      FetchException e = Fetching.failure(other, URI.create("http://slow.example/"));

      assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
      assertThat(other.underWay()).as("the look-up still holds its place").isEqualTo(1);
      answer.countDown();
      awaitNothingUnderWay(other);
    }
  }

  @Test
  void the_deadline_is_for_all_redirects_together() throws Exception {
    try (FakeHost host = FakeHost.that((socket, out) -> {
      Thread.sleep(250);
      out.write("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII));
    })) {
      assertTimesOut(host.uri());
    }
  }

  @Test
  void ten_megabytes_are_hung_up_on_early() throws Exception {
    for (String framing : new String[] {"Content-Length: 10485760\r\n", "Connection: close\r\n"}) {
      try (FakeHost host = FakeHost.that((socket, out) -> flood(out, framing))) {
        FetchException e = Fetching.failure(client, host.uri());

        assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(e.description()).endsWith("sent more than 524288 bytes");
        assertThat(host.seesHangUp()).isTrue();
      }
    }
  }

  @Test
  void a_body_of_just_the_limit_is_taken_and_one_more_byte_is_not() throws Exception {
    String limit = "x".repeat(Fetching.MAX_BODY_SIZE);
    try (FakeHost host = FakeHost.answering(FakeHost.ok(limit));
        FakeHost more = FakeHost.answering(FakeHost.ok(limit + "x"))) {
      assertThat(client.get(host.uri(), Fetching.JSON).body()).isEqualTo(limit);
      assertThat(Fetching.failure(client, more.uri()).reason()).isEqualTo(Reason.TOO_LARGE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y\r\n", "endless"})
  void a_head_without_end_is_told(String header) throws Exception {
    try (FakeHost host = FakeHost.that((socket, out) -> {
      out.write(START.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100_000; i++) {
        out.write(header.getBytes(StandardCharsets.US_ASCII));
      }
    })) {
      assertThat(Fetching.failure(client, host.uri()).reason()).isEqualTo(Reason.BROKEN_OFF);
      assertThat(host.seesHangUp()).isTrue();
    }
  }

  @Test
  void a_caller_who_is_interrupted_gets_away_at_once() throws Exception {
    try (FakeHost host = FakeHost.neverAnswering()) {
      Thread.currentThread().interrupt();
      FetchException e = Fetching.failure(client, host.uri());

      assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
      awaitNothingUnderWay(client);
    }
  }

  private void assertTimesOutOn(FakeHost host) throws InterruptedException {
    assertTimesOut(host.uri());
    assertThat(host.seesHangUp()).isTrue();
  }

  private void assertTimesOut(URI uri) {
    long start = System.nanoTime();
    FetchException e = Fetching.failure(client, uri);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(taken).isLessThan(Fetching.TOTAL.plusSeconds(1));
    awaitNothingUnderWay(client);
  }

  private static void awaitNothingUnderWay(GuardedHttpClient client) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (client.underWay() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(client.underWay()).isZero();
  }

  private static void flood(OutputStream out, String framing) throws IOException {
    out.write((START + framing + "\r\n").getBytes(StandardCharsets.US_ASCII));
    byte[] kilobyte = new byte[1024];
    for (int i = 0; i < 10 * 1024; i++) {
      out.write(kilobyte);
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
