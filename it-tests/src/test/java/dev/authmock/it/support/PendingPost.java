package dev.authmock.it.support;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A POST of which the server has got all but the last byte. */
final class PendingPost implements AutoCloseable {
  private final Socket socket;
  private final String uri;
  private final Map<String, List<String>> headers = new TreeMap<>();
  private final byte[] body;
  private final byte[] request;

  /** Sends all but the last byte of a request with these headers and this body, which is ASCII. */
  PendingPost(int port, String path, Map<String, String> headers, String body) throws IOException {
    this.uri = "http://localhost:" + port + path;
    this.body = body.getBytes(StandardCharsets.US_ASCII);
    StringBuilder head = new StringBuilder(
        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n".formatted(path, port));
    headers.forEach((name, value) -> {
      this.headers.put(name.toLowerCase(Locale.ROOT), List.of(value));
      head.append(name).append(": ").append(value).append("\r\n");
    });
    head.append("Content-Length: ").append(this.body.length).append("\r\n\r\n");
    this.request = head.append(body).toString().getBytes(StandardCharsets.US_ASCII);
    this.socket = new Socket("localhost", port);
    socket.setSoTimeout(RawSocket.LIMIT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(request, 0, request.length - 1);
  }

  /** Sends the last byte. */
  void finish() throws IOException {
    socket.getOutputStream().write(request, request.length - 1, 1);
  }

  /** Reads the answer, and closes the connection. */
  Exchange answer() throws IOException {
    try (socket) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return RawSocket.exchange("POST", uri, headers, body, answer);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
