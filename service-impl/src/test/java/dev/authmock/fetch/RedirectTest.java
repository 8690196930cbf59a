package dev.authmock.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.fetch.FetchException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

  private final GuardedHttpClient client = Fetching.client();

  @AfterEach
  void close() throws IOException {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void three_redirects_on_one_host_are_followed(int status) throws Exception {
    try (FakeHost host = redirecting(3, status)) {
      assertThat(client.get(host.uri(), Fetching.JSON).body()).isEqualTo("there");
      assertThat(host.requests()).hasSize(4);
    }
  }

  @Test
  void four_are_too_many() {
    try (FakeHost host = redirecting(4, 302)) {
      assertThat(Fetching.failure(client, host.uri()).reason())
          .isEqualTo(Reason.TOO_MANY_REDIRECTS);
      assertThat(host.requests()).hasSize(4);
    }
  }

  @Test
  void an_endless_loop_ends() {
    try (FakeHost host = FakeHost.answering(redirect(302, "/jwks"))) {
      assertThat(Fetching.failure(client, host.uri()).reason())
          .isEqualTo(Reason.TOO_MANY_REDIRECTS);
    }
  }

  @Test
  void the_whole_url_of_the_same_host_is_followed_too() throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (FakeHost host = FakeHost.that((socket, out) -> out.write((count.getAndIncrement() == 0
            ? redirect(302, "HTTP://LOCALHOST:" + socket.getLocalPort() + "/a#fragment")
            : FakeHost.ok("there"))
        .getBytes(StandardCharsets.US_ASCII)))) {
      assertThat(client.get(host.uri("localhost", "/"), Fetching.JSON).body()).isEqualTo("there");
    }
  }

  @Test
  void another_port_is_not_asked() {
    try (FakeHost victim = FakeHost.answering(FakeHost.ok("victim"));
        FakeHost host = FakeHost.answering(redirect(302, victim.uri().toString()))) {
      assertThat(Fetching.failure(client, host.uri()).reason())
          .isEqualTo(Reason.REDIRECTED_ELSEWHERE);
      assertThat(victim.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:PORT/",
        "https://127.0.0.1:PORT/",
        "//169.254.169.254/latest/meta-data",
        "http://user@127.0.0.1:PORT/",
        "http://127.0.0.1/",
        "file:///etc/passwd",
        "ftp://127.0.0.1:PORT/",
        "mailto:someone",
        "http://",
        "http://[::1/",
        "%zz",
        "a b"
      })
  void nothing_else_is_followed(String location) {
    try (FakeHost host = FakeHost.that((socket, out) ->
        out.write(redirect(302, location.replace("PORT", "" + socket.getLocalPort()))
            .getBytes(StandardCharsets.US_ASCII)))) {
      assertThat(Fetching.failure(client, host.uri()).reason())
          .isEqualTo(Reason.REDIRECTED_ELSEWHERE);
      assertThat(host.requests()).hasSize(1);
    }
  }

  @Test
  void a_redirect_to_nowhere_is_a_bad_status() {
    try (FakeHost host = FakeHost.answering("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")) {
      FetchException e = Fetching.failure(client, host.uri());

      assertThat(e.reason()).isEqualTo(Reason.BAD_STATUS);
      assertThat(e.status()).hasValue(302);
    }
  }

  @Test
  void the_address_is_checked_again_after_a_redirect() throws Exception {
    AtomicInteger lookUps = new AtomicInteger();
    HostResolver rebinding = name -> new InetAddress[] {
      InetAddress.getByName(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")
    };
    try (FakeHost host = FakeHost.answering(redirect(302, "/again"));
        GuardedHttpClient other = Fetching.client(rebinding)) {
      assertThat(Fetching.failure(other, host.uri("rebind.example", "/")).reason())
          .isEqualTo(Reason.DENIED_ADDRESS);
      assertThat(host.requests()).hasSize(1);
    }
  }

  private static FakeHost redirecting(int times, int status) {
    AtomicInteger count = new AtomicInteger();
    return FakeHost.that((socket, out) -> out.write((count.getAndIncrement() < times
            ? redirect(status, "/next?" + count)
            : FakeHost.ok("there"))
        .getBytes(StandardCharsets.US_ASCII)));
  }

  private static String redirect(int status, String location) {
    return "HTTP/1.1 "
        + status
        + " Moved\r\nLocation: "
        + location
        + "\r\nContent-Length: 0\r\n\r\n";
  }
}
