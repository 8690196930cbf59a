package dev.authmock.it.limits;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** One connection, byte by byte. */
final class Wire implements AutoCloseable {
  private static final int LIMIT_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream answers;

  Wire(int port) throws IOException {
    socket = new Socket("localhost", port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(LIMIT_MILLIS);
    answers = socket.getInputStream();
  }

  /** The bytes of a GET. */
  static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  /** The bytes of a form that is posted. */
  static String post(String path, String form) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(path, form.length(), form);
  }

  Wire send(String bytes) throws IOException {
    return send(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  Wire send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Says that nothing more will come. */
  Wire sendEnd() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Whether something has come that was not read yet. */
  boolean isAnswered() throws IOException {
    return answers.available() > 0;
  }

  /** Reads one byte. */
  int read() throws IOException {
    int next = answers.read();
    if (next < 0) {
      throw new EOFException("the connection was closed");
    }
    return next;
  }

  /** Reads the head of an answer. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) read());
    }
    return head.toString();
  }

  /** Reads one answer, which has to say its length. */
  Answer answer() throws IOException {
    String head = head();
    String lower = head.toLowerCase(Locale.ROOT);
    int length =
        Integer.parseInt(lower.replaceFirst("(?s).*\r\ncontent-length: *(\\d+)\r\n.*", "$1"));
    String body = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(Integer.parseInt(head.split(" ", 3)[1]), lower, body);
  }

  /** Reads until the server has closed the connection. */
  String rest() throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try {
      answers.transferTo(rest);
    } catch (SocketException reset) {
      // An end as well.
    }
    return rest.toString(StandardCharsets.UTF_8);
  }

  /** Waits until the connection is closed, or for some time; no answer may come. */
  void requireSilenceOrEnd(Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    try {
      if (answers.read() >= 0) {
        throw new AssertionError("an answer");
      }
    } catch (SocketTimeoutException | SocketException end) {
      // Either is as it should be.
    } finally {
      socket.setSoTimeout(LIMIT_MILLIS);
    }
  }

  @Override
  public void close() throws IOException {
    // A reset, so that thousands of ports are not kept back afterwards.
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** An answer; the head is in lower case. */
  record Answer(int status, String head, String body) {}
}
