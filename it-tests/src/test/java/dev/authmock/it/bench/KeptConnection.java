package dev.authmock.it.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that is kept open, and costs the sender next to nothing: requests are bytes
 * made beforehand, of answers only the status, the length and the body are read.
 */
final class KeptConnection implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  /** Which request it has sent last. */
  int request;

  private final SocketChannel channel;
  private final ByteBuffer read = ByteBuffer.allocate(65_536);

  /** A connection that a selector tells of when there is something to read. */
  KeptConnection(URI baseUrl, Selector selector) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(baseUrl.getHost(), baseUrl.getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** The bytes of a POST. */
  static byte[] post(URI url, String contentType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head = "POST " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
        + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = new byte[start.length + bytes.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(bytes, 0, request, start.length, bytes.length);
    return request;
  }

  /** Sends a request whole. */
  void send(byte[] request) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(request);
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        Thread.onSpinWait();
      }
    }
  }

  /**
   * Reads what has come.
   *
   * @return the body of the answer, if that is complete
   * @throws IOException if the answer is no success, or the connection is gone
   */
  @Nullable
  String receive() throws IOException {
    if (channel.read(read) < 0) {
      throw new EOFException("The service closed the connection");
    }
    if (!isWhole(read.array(), read.position())) {
      return null;
    }
    String answer = new String(read.array(), 0, read.position(), StandardCharsets.ISO_8859_1);
    read.clear();
    if (!answer.startsWith("HTTP/1.1 2")) {
      throw new IOException(answer);
    }
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  /** Whether that much of an answer is all of it. */
  static boolean isWhole(byte[] answer, int length) {
    String sofar = new String(answer, 0, length, StandardCharsets.ISO_8859_1);
    int end = sofar.indexOf("\r\n\r\n");
    return end >= 0 && length >= end + 4 + length(sofar.substring(0, end));
  }

  private static int length(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(LENGTH);
    if (at < 0) {
      return 0;
    }
    int end = lower.indexOf('\r', at);
    return Integer.parseInt(
        lower.substring(at + LENGTH.length(), end < 0 ? lower.length() : end).strip());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
