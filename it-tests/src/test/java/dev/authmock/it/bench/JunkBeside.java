package dev.authmock.it.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Prints how long honest requests take while others send as much junk as is let in. */
final class JunkBeside {
  private static final int SECONDS = Integer.getInteger("authmock.benchmark.junk", 60);
  private static final int SENDERS = 16;
  private static final int BYTES = 64 * 1024;

  /** Of junk for which nobody has to rest. */
  private static final int FEW_BYTES = 1024;

  private static final int WARM_UP_SECONDS = 5;

  /** How many an honest sender sends in a second at the most. */
  private static final int HONEST = 200;

  private static final double GOAL = 2;

  private JunkBeside() {}

  /** Measures without junk, then with it. */
  static void report(Path jar) throws Exception {
    try (ServiceProcess service = ServiceProcess.start(jar, List.of());
        JwksHost host = new JwksHost()) {
      TokenRequests requests = new TokenRequests(service.baseUrl(), host);
      for (int i = 0; i < 5; i++) {
        Volley.fire(service.baseUrl(), requests.preAuthorized(20_000));
      }
      // Else the first seconds would measure the compiler, which has seen no refusal yet.
      warmUp(service.baseUrl(), FEW_BYTES);
      warmUp(service.baseUrl(), BYTES);
      long[] quiet = honest(service.baseUrl(), requests);
      say("Quiet", quiet);
      long answers;
      long[] beside;
      try (JunkSenders junk = new JunkSenders(service.baseUrl(), SENDERS, BYTES)) {
        beside = honest(service.baseUrl(), requests);
        answers = junk.answers();
      }
      say("Beside junk", beside);
      double times = p99(beside) / p99(quiet);
      System.out.println(String.format(
          Locale.ROOT,
          "%d connections sent %,d junk requests of %d KiB in %d s beside them",
          SENDERS,
          answers,
          BYTES / 1024,
          SECONDS));
      System.out.println(String.format(
          Locale.ROOT,
          "p99 %.2f times its quiet value; goal: under %.0f times: %s",
          times,
          GOAL,
          times < GOAL ? "met" : "NOT MET"));
    }
  }

  private static void warmUp(URI baseUrl, int bytes) throws Exception {
    try (JunkSenders junk = new JunkSenders(baseUrl, SENDERS, bytes)) {
      TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
    }
  }

  /** Requests sent one after the other, each of which has to be granted. */
  private static long[] honest(URI baseUrl, TokenRequests requests) throws Exception {
    List<byte[]> honest = requests.preAuthorized(SECONDS * HONEST);
    long[] nanos = new long[honest.size()];
    int sent = 0;
    try (Paced connection = new Paced(baseUrl)) {
      long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
      while (sent < nanos.length && System.nanoTime() - end < 0) {
        long start = System.nanoTime();
        connection.exchange(honest.get(sent));
        nanos[sent++] = System.nanoTime() - start;
        TimeUnit.MILLISECONDS.sleep(1000 / HONEST);
      }
    }
    return Arrays.copyOf(nanos, sent);
  }

  private static double p99(long[] nanos) {
    return Volley.quantileMillis(nanos, 0.99);
  }

  private static void say(String when, long[] nanos) {
    System.out.println(String.format(
        Locale.ROOT,
        "%-12s %,d honest requests, each granted: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms",
        when,
        nanos.length,
        Volley.quantileMillis(nanos, 0.5),
        p99(nanos),
        Volley.quantileMillis(nanos, 0.999)));
  }

  /** A connection on which one waits for each answer. */
  private static final class Paced implements AutoCloseable {
    private final Socket socket;
    private final byte[] read = new byte[16_384];

    Paced(URI baseUrl) throws IOException {
      socket = new Socket(baseUrl.getHost(), baseUrl.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(30_000);
    }

    void exchange(byte[] request) throws IOException {
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      int length = 0;
      while (!KeptConnection.isWhole(read, length)) {
        int more = in.read(read, length, read.length - length);
        if (more < 0) {
          throw new IOException("The service closed the connection");
        }
        length += more;
      }
      String answer = new String(read, 0, length, StandardCharsets.ISO_8859_1);
      if (!answer.startsWith("HTTP/1.1 200 ")) {
        throw new IOException(answer);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
