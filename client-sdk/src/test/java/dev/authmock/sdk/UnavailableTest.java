package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnavailableTest {

  private static final PreAuthorizedCodeGrant GRANT = PreAuthorizedCodeGrant.of("s3cret-code");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "502 | text/html | <html>Bad Gateway</html>",
        "503 | `` | ``",
        "404 | application/json | {\"message\": \"no such route\"}",
        "302 | text/html | ``",
        "200 | application/json | ``",
        "200 | application/json | {}",
        "200 | application/json | null",
        "200 | text/html | <html>Welcome to the hotel</html>",
        "200 | application/json | {\"access_token\": \"s3cret-token\"",
        "200 | application/json | {\"access_token\": \"at\", \"expires_in\": \"s3cret-token\"}",
        "200 | application/json | s3cret-token"
      })
  void an_answer_that_is_not_in_the_contract_is_told_and_not_quoted(
      int status, String contentType, String body) throws IOException {
    try (FakePeer peer = FakePeer.answering(status, contentType, body)) {
      AuthMockUnavailableException failure = redeemInVain(peer.client());

      assertThat(failure)
          .hasMessageStartingWith(
              "No answer of an Auth Mock from " + peer.url() + ": status " + status + " ")
          .hasNoCause();
      assertThat(failure.getMessage()).doesNotContain("s3cret", "html>");
      assertThat(failure.status()).hasValue(status);
    }
  }

  @Test
  void the_member_that_can_not_be_read_is_named() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"expires_in\": \"soon\"}")) {
      assertThat(redeemInVain(peer.client()))
          .hasMessageEndingWith(
              "status 200 with a body that is not the expected JSON, at expires_in");
    }
  }

  @Test
  void a_deletion_that_is_answered_with_a_page_is_none() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, "text/html", "<html>")) {
      assertThat(catchThrowableOfType(
              AuthMockUnavailableException.class, () -> peer.client().control().reset()))
          .hasMessageEndingWith("status 200 instead of 204");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"kty\": \"unheard of\"}]", "[{\"kty\": \"EC\"}]"})
  void keys_that_are_none_are_told(String keys) throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"keys\": " + keys + "}")) {
      assertThat(catchThrowableOfType(
              AuthMockUnavailableException.class, () -> peer.client().jwks()))
          .hasMessageEndingWith("status 200 with no key that can be read");
    }
  }

  @Test
  void a_refused_connection_is_told() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    AuthMockUnavailableException failure = redeemInVain(
        AuthMockClient.builder().baseUrl("http://127.0.0.1:" + unused).build());

    assertThat(failure)
        .hasMessage(
            "No answer from http://127.0.0.1:%d: the connection was refused (is the server"
                + " running?)",
            unused)
        .hasCauseInstanceOf(ConnectException.class);
    assertThat(failure.status()).isEmpty();
  }

  @Test
  void an_unknown_host_is_told() {
    AuthMockClient client =
        AuthMockClient.builder().baseUrl("http://no-such.invalid").build();

    assertThat(redeemInVain(client)).hasMessageEndingWith("the host name is unknown");
  }

  @Test
  void a_connection_that_breaks_is_told() throws IOException {
    try (FakePeer peer = FakePeer.handling(exchange -> exchange.close())) {
      assertThat(redeemInVain(peer.client()))
          .hasMessageContaining("the connection failed: java.io.IOException");
    }
  }

  @Test
  void a_server_that_never_answers_is_left_after_the_request_timeout() throws Exception {
    assertTimesOut(exchange -> hang());
  }

  @Test
  void a_server_that_drips_its_answer_is_left_after_the_request_timeout() throws Exception {
    assertTimesOut(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", FakePeer.JSON);
      exchange.sendResponseHeaders(200, 0);
      while (true) {
        exchange.getResponseBody().write(" ".getBytes(StandardCharsets.US_ASCII));
        exchange.getResponseBody().flush();
        pause(Duration.ofMillis(50));
      }
    });
  }

  @Test
  void an_interrupted_thread_stays_interrupted() throws Exception {
    try (FakePeer peer = FakePeer.handling(exchange -> hang())) {
      Thread.currentThread().interrupt();
      AuthMockUnavailableException failure = redeemInVain(peer.client());

      // Asks and clears it, for the tests to come.
      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure)
          .hasMessageEndingWith("interrupted while waiting for it")
          .hasCauseInstanceOf(InterruptedException.class);
    }
  }

  private static void assertTimesOut(HttpHandler slow) throws IOException {
    try (FakePeer peer = FakePeer.handling(slow)) {
      AuthMockClient client = AuthMockClient.builder()
          .baseUrl(peer.url())
          .requestTimeout(Duration.ofMillis(300))
          .build();
      Instant start = Instant.now();
      AuthMockUnavailableException failure = redeemInVain(client);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
      assertThat(failure)
          .hasMessageEndingWith("not complete within the request timeout")
          .hasCauseInstanceOf(HttpTimeoutException.class);
      assertThat(failure.status()).isEmpty();
    }
  }

  private static AuthMockUnavailableException redeemInVain(AuthMockClient client) {
    return catchThrowableOfType(AuthMockUnavailableException.class, () -> client.redeem(GRANT));
  }

  private static void hang() {
    pause(Duration.ofMinutes(1));
  }

  private static void pause(Duration time) {
    try {
      new CountDownLatch(1).await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
