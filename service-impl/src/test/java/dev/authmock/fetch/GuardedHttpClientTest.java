package dev.authmock.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.fetch.FetchException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpClientTest {

  private final GuardedHttpClient client = Fetching.client();

  @AfterEach
  void close() throws IOException {
    client.close();
  }

  @Test
  void a_text_comes_with_its_status_and_media_type() throws Exception {
    try (FakeHost host = FakeHost.answering(FakeHost.ok("{\"keys\":[\"é\"]}"))) {
      Fetched fetched = client.get(host.uri(), Fetching.JSON);

      assertThat(fetched.body()).isEqualTo("{\"keys\":[\"é\"]}");
      assertThat(fetched.status()).isEqualTo(200);
      assertThat(fetched.contentType()).contains("application/json");
    }
  }

  @Test
  void a_request_says_no_more_than_it_must() throws Exception {
    try (FakeHost host = FakeHost.answering(FakeHost.ok("{}"))) {
      client.get(host.uri("127.0.0.1", "/a/jwks?b=%20c"), Fetching.JSON);

      assertThat(host.requests())
          .singleElement()
          .satisfies(head -> assertThat(head.lines())
              .containsExactlyInAnyOrder(
                  "GET /a/jwks?b=%20c HTTP/1.1",
                  "Host: 127.0.0.1:" + host.port(),
                  "Accept: application/json",
                  "Accept-Encoding: identity",
                  "Connection: close",
                  "User-Agent: auth-mock"));
    }
  }

  @Test
  void cookies_are_not_kept() throws Exception {
    String answer = FakeHost.ok("{}").replace("\r\n\r\n", "\r\nSet-Cookie: a=b; Path=/\r\n\r\n");
    try (FakeHost host = FakeHost.answering(answer)) {
      client.get(host.uri(), Fetching.JSON);
      client.get(host.uri(), Fetching.JSON);

      assertThat(host.requests())
          .hasSize(2)
          .noneSatisfy(head -> assertThat(head).contains("Cookie"));
    }
  }

  @Test
  void an_answer_without_media_type_or_body_is_an_empty_text() throws Exception {
    try (FakeHost host = FakeHost.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
      assertThat(client.get(host.uri(), Fetching.JSON).body()).isEmpty();
      assertThat(client.get(host.uri(), Fetching.JSON).contentType()).isEmpty();
    }
  }

  @Test
  void a_host_that_does_not_listen_refuses() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    FetchException e =
        Fetching.failure(client, URI.create("http://127.0.0.1:" + port + "/secret-path"));

    assertThat(e.reason()).isEqualTo(Reason.REFUSED);
    assertThat(e.description())
        .isEqualTo("http://127.0.0.1:" + port + " does not accept connections");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 500, 503, 401, 304, 300})
  void any_status_but_success_is_told(int status) {
    try (FakeHost host =
        FakeHost.answering("HTTP/1.1 " + status + " Odd\r\nContent-Length: 2\r\n\r\n{}")) {
      FetchException e = Fetching.failure(client, host.uri());

      assertThat(e.reason()).isEqualTo(Reason.BAD_STATUS);
      assertThat(e.status()).hasValue(status);
    }
  }

  @Test
  void a_401_is_not_answered_with_credentials() {
    try (FakeHost host = FakeHost.answering(
        "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(Fetching.failure(client, host.uri()).reason()).isEqualTo(Reason.BAD_STATUS);
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void a_connection_that_is_reset_is_told_and_not_tried_again() {
    try (FakeHost host = FakeHost.that((socket, out) -> {
      socket.setSoLinger(true, 0);
      socket.close();
    })) {
      assertThat(Fetching.failure(client, host.uri()).reason()).isEqualTo(Reason.BROKEN_OFF);
      assertThat(host.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nNo colon"
      })
  void what_is_not_whole_http_is_told(String response) {
    try (FakeHost host = FakeHost.answering(response)) {
      assertThat(Fetching.failure(client, host.uri()).reason()).isEqualTo(Reason.BROKEN_OFF);
    }
  }

  @Test
  void a_body_that_is_not_utf8_is_told() {
    try (FakeHost host = FakeHost.that((socket, out) -> {
      out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[] {(byte) 0xc3, '"'});
    })) {
      assertThat(Fetching.failure(client, host.uri()).reason()).isEqualTo(Reason.NOT_TEXT);
    }
  }

  @Test
  void a_compressed_body_is_not_unpacked() {
    String answer = FakeHost.ok("x").replace("\r\n\r\n", "\r\nContent-Encoding: gzip\r\n\r\n");
    try (FakeHost host = FakeHost.answering(answer)) {
      FetchException e = Fetching.failure(client, host.uri());

      assertThat(e.reason()).isEqualTo(Reason.NOT_TEXT);
      assertThat(e.description()).contains("compressed");
    }
  }

  @Test
  void https_to_a_host_without_tls_is_told() {
    try (FakeHost host = FakeHost.thatAtOnce(
        (socket, out) -> out.write("HTTP/1.1 400\n".getBytes(StandardCharsets.US_ASCII)))) {
      assertThat(Fetching.failure(client, URI.create("https://127.0.0.1:" + host.port()))
              .reason())
          .isEqualTo(Reason.TLS_FAILED);
    }
  }

  @Test
  void every_connection_is_given_back_however_it_ended() throws Exception {
    try (FakeHost good = FakeHost.answering(FakeHost.ok("{}"));
        FakeHost missing = FakeHost.answering("HTTP/1.1 404 No\r\nContent-Length: 9\r\n\r\n");
        FakeHost looping =
            FakeHost.answering("HTTP/1.1 302 Go\r\nLocation: /\r\nContent-Length: 9\r\n\r\n")) {
      for (int i = 0; i < 2 * Admission.MAX_PER_ORIGIN; i++) {
        assertThat(client.get(good.uri(), Fetching.JSON).body()).isEqualTo("{}");
        assertThat(Fetching.failure(client, missing.uri()).status()).hasValue(404);
        assertThat(Fetching.failure(client, looping.uri()).reason())
            .isEqualTo(Reason.TOO_MANY_REDIRECTS);
      }
    }
  }

  @Test
  void a_proxy_of_the_jvm_is_not_used() throws Exception {
    try (FakeHost proxy = FakeHost.answering(FakeHost.ok("proxy"));
        FakeHost host = FakeHost.answering(FakeHost.ok("host"))) {
      System.setProperty("http.proxyHost", "127.0.0.1");
      System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
      System.setProperty("http.nonProxyHosts", "");
      try (GuardedHttpClient other = Fetching.client()) {
        assertThat(other.get(host.uri(), Fetching.JSON).body()).isEqualTo("host");
        assertThat(proxy.requests()).isEmpty();
      } finally {
        System.clearProperty("http.proxyHost");
        System.clearProperty("http.proxyPort");
        System.clearProperty("http.nonProxyHosts");
      }
    }
  }
}
