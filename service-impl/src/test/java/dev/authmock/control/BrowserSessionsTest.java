package dev.authmock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a browser that has shown the control token is let in. */
class BrowserSessionsTest {
  private long nanoTime = Long.MAX_VALUE - 5;
  private final BrowserSessions sessions = new BrowserSessions(
      new SecureRandom(),
      new ServerUrls("http://mock.example", () -> {
        throw new IllegalStateException("the base URL is configured");
      }),
      () -> nanoTime);

  @Test
  void a_session_lasts_eight_hours() {
    Cookie cookie = sessions.begin();
    assertThat(isOpen(cookie)).isTrue();

    nanoTime += Duration.ofHours(8).toNanos() - 1;
    assertThat(isOpen(cookie)).isTrue();
    nanoTime++;
    assertThat(isOpen(cookie)).isFalse();
  }

  @Test
  void a_thousand_are_kept() {
    Cookie first = sessions.begin();
    for (int i = 0; i < 1000; i++) {
      sessions.begin();
    }

    assertThat(isOpen(first)).isFalse();
    assertThat(isOpen(sessions.begin())).isTrue();
  }

  private boolean isOpen(Cookie cookie) {
    return sessions.isOpen(HttpRequest.GET("/console").cookie(cookie));
  }
}
