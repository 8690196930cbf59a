package dev.authmock.it.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Prints how long honest requests take while others send as much junk as is let in. */
final class JunkBeside {
  private static final int SECONDS = Integer.getInteger("authmock.benchmark.junk", 60);
  private static final int SENDERS = 16;
  private static final int BYTES = 64 * 1024;

  private JunkBeside() {}

  /** Measures without junk, then with it. */
  static void report(Path jar) throws Exception {
    try (ServiceProcess service = ServiceProcess.start(jar, List.of());
        JwksHost host = new JwksHost()) {
      TokenRequests requests = new TokenRequests(service.baseUrl(), host);
      for (int i = 0; i < 5; i++) {
        Volley.fire(service.baseUrl(), requests.preAuthorized(20_000));
      }
      double quiet = p99(service, requests);
      AtomicBoolean over = new AtomicBoolean();
      LongAdder junk = new LongAdder();
      ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
      try {
        for (int i = 0; i < SENDERS; i++) {
          senders.execute(() -> sendUntil(over, service.baseUrl(), junk));
        }
        double beside = p99(service, requests);
        System.out.println(String.format(
            Locale.ROOT,
            "Honest p99 %.2f ms, beside %d connections with %,d junk requests of %d KiB %.2f ms: %.1f times",
            quiet,
            SENDERS,
            junk.sum(),
            BYTES / 1024,
            beside,
            beside / quiet));
      } finally {
        over.set(true);
        senders.shutdown();
        senders.awaitTermination(30, TimeUnit.SECONDS);
      }
    }
  }

  /** Of requests sent one after the other, a few hundred a second. */
  private static double p99(ServiceProcess service, TokenRequests requests) throws Exception {
    int count = SECONDS * 100;
    List<byte[]> honest = requests.preAuthorized(count);
    long[] nanos = new long[count];
    try (Paced connection = new Paced(service.baseUrl())) {
      for (int i = 0; i < count; i++) {
        long sent = System.nanoTime();
        connection.exchange(honest.get(i));
        nanos[i] = System.nanoTime() - sent;
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
    return Volley.quantileMillis(nanos, 0.99);
  }

  /** Anew where the service has closed the connection. */
  private static void sendUntil(AtomicBoolean over, URI baseUrl, LongAdder sent) {
    while (!over.get()) {
      try {
        send(baseUrl, over, sent);
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
  }

  private static void send(URI baseUrl, AtomicBoolean over, LongAdder sent) throws IOException {
    byte[] bytes = new byte[BYTES];
    Arrays.fill(bytes, (byte) 'x');
    byte[] junk = KeptConnection.post(
        baseUrl.resolve("/conformance/v3/auth-mock/token"),
        "application/x-www-form-urlencoded",
        new String(bytes, StandardCharsets.US_ASCII));
    try (Paced connection = new Paced(baseUrl)) {
      while (!over.get()) {
        connection.exchange(junk);
        sent.increment();
      }
    }
  }

  /** A connection on which one waits for each answer. */
  private static final class Paced implements AutoCloseable {
    private final Socket socket;

    Paced(URI baseUrl) throws IOException {
      socket = new Socket(baseUrl.getHost(), baseUrl.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(30_000);
    }

    void exchange(byte[] request) throws IOException {
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      byte[] read = new byte[16_384];
      int length = 0;
      while (!KeptConnection.isWhole(read, length)) {
        int more = in.read(read, length, read.length - length);
        if (more < 0) {
          throw new IOException("The service closed the connection");
        }
        length += more;
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
