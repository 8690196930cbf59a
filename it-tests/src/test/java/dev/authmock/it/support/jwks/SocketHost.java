package dev.authmock.it.support.jwks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A host on a plain socket, for what no HTTP server would do to those who ask it. */
public final class SocketHost implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final ServerSocket listening;
  private final Behaviour behaviour;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore asked = new Semaphore(0);
  private final AtomicInteger requests = new AtomicInteger();

  /** What a host does with a connection on which a request has come. */
  @FunctionalInterface
  public interface Behaviour {
    /** Does it; the connection is closed afterwards. */
    void with(Socket connection) throws IOException, InterruptedException;
  }

  private SocketHost(Behaviour behaviour) {
    this.behaviour = behaviour;
    try {
      listening = new ServerSocket(0, 200, LOOPBACK);
    } catch (IOException e) {
      throw new IllegalStateException("no port to listen on", e);
    }
    threads.execute(this::accept);
  }

  /** A host that reads requests, and says nothing for as long as the other side waits. */
  public static SocketHost neverAnswering() {
    return new SocketHost(connection -> connection.getInputStream().read());
  }

  /** A host that holds every request until the latch opens, and then answers this JSON. */
  public static SocketHost answeringAfter(CountDownLatch latch, String json) {
    return new SocketHost(connection -> {
      latch.await();
      write(connection, head(json.length()) + json);
    });
  }

  /** A host that promises a body and sends a byte of it each second. */
  public static SocketHost dripping() {
    return new SocketHost(connection -> {
      write(connection, head(1_000_000));
      connection.setSoTimeout((int) Duration.ofSeconds(1).toMillis());
      while (!isClosedByOtherSide(connection)) {
        write(connection, " ");
      }
    });
  }

  /** A host that sends these bytes and then resets the connection, with nothing said at its end. */
  public static SocketHost resettingAfter(String sent) {
    return new SocketHost(connection -> {
      write(connection, sent);
      connection.setSoLinger(true, 0);
    });
  }

  /** A host that answers with a body of spaces of that many bytes, without saying how long it is. */
  public static SocketHost sending(long bytes) {
    return new SocketHost(connection -> {
      write(connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
      OutputStream body = connection.getOutputStream();
      byte[] spaces = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
      for (long sent = 0; sent < bytes; sent += spaces.length) {
        body.write(spaces);
      }
    });
  }

  /** A URL at a port that stays taken for as long as the socket is open, and refuses connections. */
  public static String refusing(Socket taken) throws IOException {
    // Bound, but not listening.
    taken.bind(new InetSocketAddress(LOOPBACK, 0));
    return url(taken.getLocalPort(), "/jwks");
  }

  /** The head of a good answer with a body of that length. */
  public static String head(int length) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  /** Where the keys would be. */
  public String jwksUri() {
    return url("/jwks");
  }

  /** The URL of that path of this host. */
  public String url(String path) {
    return url(listening.getLocalPort(), path);
  }

  /** Waits for that many more requests; false if they don't come. */
  public boolean awaitRequests(int number) throws InterruptedException {
    return asked.tryAcquire(number, 10, TimeUnit.SECONDS);
  }

  /** How many requests have come. */
  public int requests() {
    return requests.get();
  }

  /** How many requests are held right now: asked, not answered, and still waited for. */
  public int held() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket connection : open) {
      connection.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket connection = listening.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        // Closed; the loop ends.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      readHead(connection.getInputStream());
      open.add(connection);
      requests.incrementAndGet();
      asked.release();
      behaviour.with(connection);
    } catch (IOException e) {
      // The other side has given up, which is what most of these tests are about.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(connection);
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int matched = 0;
    while (matched < 4) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request came");
      }
      boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
      matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
    }
  }

  private static boolean isClosedByOtherSide(Socket connection) throws IOException {
    try {
      return connection.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    connection.getOutputStream().flush();
  }

  private static String url(int port, String path) {
    return "http://localhost:" + port + path;
  }
}
