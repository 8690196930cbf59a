package dev.authmock.it.support;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A POST of which the server has got all but the last byte. */
final class PendingPost implements AutoCloseable {
  private final Socket socket;
  private final String uri;
  private final String contentType;
  private final byte[] body;

  /** Sends all but the last byte of the body, which is ASCII. */
  PendingPost(int port, String path, String contentType, String body) throws IOException {
    this.uri = "http://localhost:" + port + path;
    this.contentType = contentType;
    this.body = body.getBytes(StandardCharsets.US_ASCII);
    String head = "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n"
            .formatted(path, port)
        + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n".formatted(contentType, this.body.length);
    this.socket = new Socket("localhost", port);
    socket.setSoTimeout(RawSocket.LIMIT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(this.body, 0, this.body.length - 1);
  }

  /** Sends the last byte. */
  void finish() throws IOException {
    socket.getOutputStream().write(body, body.length - 1, 1);
  }

  /** Reads the answer, and closes the connection. */
  Exchange answer() throws IOException {
    try (socket) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return RawSocket.exchange(
          "POST", uri, Map.of("content-type", List.of(contentType)), body, answer);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
