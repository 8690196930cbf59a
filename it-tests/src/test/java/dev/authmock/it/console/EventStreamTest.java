package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stream says that something has come, never what; and it costs nothing to have one open. */
class EventStreamTest extends ConsoleTest {
  private static final int MAX_STREAMS = 50;

  private final List<Stream> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws IOException {
    for (Stream stream : open) {
      stream.close();
    }
  }

  @Test
  void a_stream_tells_that_something_came_and_no_more() throws IOException {
    Stream stream = open();
    String before = stream.change();
    refused("https://client.example");
    String after = stream.change();

    assertThat(before).matches("[0-9]+");
    assertThat(Long.parseLong(after)).isGreaterThan(Long.parseLong(before));
    assertThat(stream.head).contains("text/event-stream", "no-store");
  }

  @Test
  void to_clear_the_journal_and_to_reset_is_a_change_too() throws IOException {
    Stream stream = open();
    stream.change();
    submit("/console/journal/clear", Form.empty());
    long cleared = Long.parseLong(stream.change());
    sdk.control().reset();

    assertThat(Long.parseLong(stream.change())).isGreaterThan(cleared);
  }

  @Test
  void many_requests_are_few_events() throws IOException {
    Stream stream = open();
    long before = Long.parseLong(stream.change());
    for (int i = 0; i < 200; i++) {
      refused("https://client.example");
    }
    int events = 0;
    long last = before;
    while (last < before + 200) {
      last = Long.parseLong(stream.change());
      events++;
    }
    assertThat(events).isLessThan(100);
  }

  @Test
  void where_there_are_too_many_streams_a_page_asks_by_and_by() throws IOException {
    for (int i = 0; i < MAX_STREAMS; i++) {
      open().change();
    }

    Exchange refused = http.request("GET", "/console/events").sendUnchecked();
    assertThat(refused.status()).as("%s", refused).isEqualTo(503);
    assertThat(page("/console").body())
        .contains("hx-trigger=\"every 5s\"")
        .doesNotContain("sse-connect=\"/console/events\"");

    closeAll();
    awaitRoom();
  }

  @Test
  void who_reads_nothing_holds_up_nobody() throws IOException {
    open();
    Stream reading = open();
    reading.change();
    for (int i = 0; i < 300; i++) {
      refused("https://client.example");
    }
    assertThat(reading.change()).matches("[0-9]+");
    assertThat(page("/console").body()).contains("300 requests");
  }

  /** A stream that was closed has made room by the time that one of these attempts is made. */
  private void awaitRoom() throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      Stream stream = open();
      if (stream.head.startsWith("HTTP/1.1 200")) {
        assertThat(stream.change()).matches("[0-9]+");
        return;
      }
      stream.close();
    }
    throw new AssertionError("closed streams have made no room");
  }

  private Stream open() throws IOException {
    Stream stream = new Stream(server.getPort());
    open.add(stream);
    return stream;
  }

  /** A reader of events that takes them one at a time. */
  private static final class Stream implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;
    private final String head;

    Stream(int port) throws IOException {
      socket = new Socket("localhost", port);
      socket.setSoTimeout(5000);
      socket
          .getOutputStream()
          .write(
              "GET /console/events HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/event-stream\r\n\r\n"
                  .formatted(port)
                  .getBytes(StandardCharsets.US_ASCII));
      lines = new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      StringBuilder read = new StringBuilder();
      String line = lines.readLine();
      while (line != null && !line.isEmpty()) {
        read.append(line).append('\n');
        line = lines.readLine();
      }
      head = read.toString();
    }

    /** The data of the next event that says that something has changed. */
    String change() throws IOException {
      boolean journal = false;
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("event:")) {
          journal = line.strip().endsWith("journal");
        } else if (journal && line.startsWith("data:")) {
          return line.substring("data:".length()).strip();
        }
        line = lines.readLine();
      }
      throw new AssertionError("the stream has ended");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
