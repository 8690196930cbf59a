package dev.authmock.it.support.jwks;

import dev.authmock.it.support.Contract;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Token and authorization requests whose answers are to take their time.
 *
 * <p>Each is written to a connection of its own before the next one is, so that all are with the
 * service when {@link #send} returns, and none gives up after a while.
 */
public final class HeldRequests implements AutoCloseable {
  private static final int LIMIT_MILLIS = 20_000;

  private final List<Held> requests = new ArrayList<>();

  private record Held(String method, URI uri, byte[] body, Socket connection) {}

  /** Sends these token requests, and does not wait for the answers. */
  public void send(RawHttp http, List<Form> forms) {
    URI uri = URI.create(http.base() + RawHttp.TOKEN);
    for (Form form : forms) {
      byte[] body = form.encoded().getBytes(StandardCharsets.UTF_8);
      requests.add(new Held("POST", uri, body, write("POST", uri, body)));
    }
  }

  /** Sends these authorization requests, and does not wait for the answers. */
  public void sendQueries(RawHttp http, List<Form> queries) {
    for (Form query : queries) {
      URI uri = URI.create(http.base() + RawHttp.AUTHORIZE + "?" + query.encoded());
      requests.add(new Held("GET", uri, new byte[0], write("GET", uri, new byte[0])));
    }
  }

  /** How many have no answer yet. */
  public int unanswered() {
    return (int) requests.stream().filter(held -> !isAnswered(held.connection)).count();
  }

  /** Waits for all answers, and holds them against the contract. */
  public List<Exchange> answers() {
    List<Exchange> answers = requests.stream().map(HeldRequests::answer).toList();
    answers.forEach(Contract::verify);
    return answers;
  }

  @Override
  public void close() throws IOException {
    for (Held held : requests) {
      held.connection.close();
    }
  }

  private static Socket write(String method, URI uri, byte[] body) {
    try {
      Socket connection = new Socket(uri.getHost(), uri.getPort());
      connection.setSoTimeout(LIMIT_MILLIS);
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String head = method + " " + uri.getRawPath() + query + " HTTP/1.1\r\n"
          + "Host: " + uri.getAuthority() + "\r\n"
          + "Content-Type: " + RawHttp.FORM + "\r\n"
          + "Content-Length: " + body.length + "\r\n"
          + "Connection: close\r\n\r\n";
      connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().write(body);
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAnswered(Socket connection) {
    try {
      return connection.getInputStream().available() > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Exchange answer(Held held) {
    String answer;
    try {
      answer = new String(held.connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] headAndBody = answer.split("\r\n\r\n", 2);
    String[] head = headAndBody[0].split("\r\n");
    return new Exchange(
        held.method,
        held.uri,
        Map.of("content-type", List.of(RawHttp.FORM)),
        held.body,
        Integer.parseInt(head[0].split(" ")[1]),
        headers(head),
        headAndBody[1]);
  }

  private static Map<String, List<String>> headers(String[] head) {
    return Arrays.stream(head)
        .skip(1)
        .map(line -> line.split(":", 2))
        .collect(Collectors.groupingBy(
            line -> line[0].toLowerCase(Locale.ROOT),
            TreeMap::new,
            Collectors.mapping(line -> line[1].strip(), Collectors.toList())));
  }
}
