package dev.authmock.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A host on a real local socket that misbehaves as its test wants it. */
public final class FakeHost implements AutoCloseable {

  /** What the host does with a connection, once the head of a request has come. */
  @FunctionalInterface
  public interface Behaviour {
    void serve(Socket socket, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch hungUp = new CountDownLatch(1);

  private FakeHost(Behaviour behaviour, boolean readsRequest) {
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(() -> {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        daemon(() -> serve(socket, behaviour, readsRequest));
      }
    });
  }

  public static FakeHost that(Behaviour behaviour) {
    return new FakeHost(behaviour, true);
  }

  /** A host that acts before it has read anything, as it must to spoil a TLS handshake. */
  static FakeHost thatAtOnce(Behaviour behaviour) {
    return new FakeHost(behaviour, false);
  }

  public static FakeHost answering(String response) {
    return that((socket, out) -> out.write(response.getBytes(StandardCharsets.UTF_8)));
  }

  public static FakeHost neverAnswering() {
    return that((socket, out) -> awaitHangUp(socket));
  }

  /** Sends that text first, then one more byte every tenth of a second for as long as it is let. */
  static FakeHost dripping(String start) {
    return that((socket, out) -> {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      drip(out);
    });
  }

  static void drip(OutputStream out) throws IOException, InterruptedException {
    while (true) {
      out.write('a');
      out.flush();
      Thread.sleep(100);
    }
  }

  public static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  URI uri() {
    return uri("127.0.0.1", "/jwks");
  }

  public URI uri(String host, String path) {
    return URI.create("http://" + host + ":" + port() + path);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** The heads of the requests that came. */
  public List<String> requests() {
    return requests;
  }

  /** Waits until the other side has closed its connection. */
  boolean seesHangUp() throws InterruptedException {
    return hungUp.await(5, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket socket, Behaviour behaviour, boolean readsRequest) throws Exception {
    try (socket) {
      if (readsRequest) {
        requests.add(head(socket));
      }
      behaviour.serve(socket, socket.getOutputStream());
      socket.shutdownOutput();
      awaitHangUp(socket);
    } finally {
      hungUp.countDown();
    }
  }

  private static void awaitHangUp(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // Whatever else comes is of no interest.
    }
  }

  private static String head(Socket socket) throws IOException {
    BufferedReader reader = new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    StringBuilder head = new StringBuilder();
    for (String line = reader.readLine(); line != null && !line.isEmpty(); ) {
      head.append(line).append('\n');
      line = reader.readLine();
    }
    return head.toString();
  }

  private interface Task {
    void run() throws Exception;
  }

  private static void daemon(Task task) {
    Thread thread = new Thread(
        () -> {
          try {
            task.run();
          } catch (Exception e) {
            // The connection is gone, which is what most tests are about.
          }
        },
        "fake-host");
    thread.setDaemon(true);
    thread.start();
  }
}
