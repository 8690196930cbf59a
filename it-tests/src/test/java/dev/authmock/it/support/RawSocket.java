package dev.authmock.it.support;

import java.io.IOException;
import java.io.OutputStream;
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
  private static final int LIMIT_MILLIS = 5000;

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

  /**
   * Sends a POST in two steps: all but the last byte, and, when the moment has come, that one too;
   * so that the server gets many requests at once.
   */
  public static Exchange post(
      int port, String path, String contentType, String body, Runnable moment) {
    byte[] request = ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
            + "\r\nConnection: close\r\nContent-Type: " + contentType
            + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
        .getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write(request, 0, request.length - 1);
      out.flush();
      moment.run();
      out.write(request, request.length - 1, 1);
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return exchange(
          "POST",
          "http://localhost:" + port + path,
          Map.of("content-type", List.of(contentType)),
          body.getBytes(StandardCharsets.US_ASCII),
          answer);
    } catch (IOException e) {
      throw new AssertionError("no answer to: " + path, e);
    }
  }

  private static Exchange exchange(
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
