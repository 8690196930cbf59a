package dev.authmock.it.support;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends what no HTTP client would; the server has to close the connection after its answer. */
public final class RawSocket {
  static final int LIMIT_MILLIS = 5000;

  private RawSocket() {}

  /** Sends these bytes to this port, and reads until the server closes the connection. */
  public static Exchange send(int port, String bytes) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(LIMIT_MILLIS);
      byte[] request = bytes.getBytes(StandardCharsets.ISO_8859_1);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return exchange("-", "http://localhost:" + port, Map.of(), request, answer);
    } catch (IOException e) {
      throw new AssertionError("no answer to: " + bytes, e);
    }
  }

  /** The answer that was read from a socket, beside its request. */
  static Exchange exchange(
      String method,
      String uri,
      Map<String, List<String>> requestHeaders,
      byte[] request,
      String answer) {
    String[] parts = answer.split("\r\n\r\n", 2);
    String[] head = parts[0].split("\r\n", -1);
    Map<String, List<String>> headers = new TreeMap<>();
    for (int i = 1; i < head.length; i++) {
      String[] header = head[i].split(":", 2);
      headers
          .computeIfAbsent(header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header[1].strip());
    }
    return new Exchange(
        method,
        URI.create(uri),
        requestHeaders,
        request,
        Integer.parseInt(head[0].split(" ", 3)[1]),
        headers,
        parts.length > 1 ? parts[1] : "");
  }
}
