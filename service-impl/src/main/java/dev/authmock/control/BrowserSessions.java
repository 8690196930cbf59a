package dev.authmock.control;

import dev.authmock.server.ServerUrls;
import dev.authmock.server.Sha256;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The browsers that have shown the control token: a page can't send it with every request, so they get
 * a cookie for it. Of the cookies only digests are kept.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-4.1">RFC 6265, section 4.1</a>
 */
@Singleton
public class BrowserSessions {
  private static final String COOKIE = "auth-mock-console";
  private static final Duration LIFETIME = Duration.ofHours(8);
  private static final int MAX_SESSIONS = 1000;
  private static final int ID_BYTES = 32;

  private final Map<String, Instant> endByDigest = new LinkedHashMap<>();
  private final SecureRandom random;
  private final ServerUrls urls;
  private final Clock clock;

  BrowserSessions(SecureRandom random, ServerUrls urls, Clock clock) {
    this.random = random;
    this.urls = urls;
    this.clock = clock;
  }

  /** Begins one; the oldest makes room for it. */
  public synchronized Cookie begin() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    endByDigest.values().removeIf(end -> !end.isAfter(now));
    if (endByDigest.size() >= MAX_SESSIONS) {
      endByDigest.remove(endByDigest.keySet().iterator().next());
    }
    endByDigest.put(digest(id), now.plus(LIFETIME));
    return cookie(id);
  }

  /** Whether the request comes from a browser with a session. */
  public synchronized boolean isOpen(HttpRequest<?> request) {
    return id(request)
        .map(id -> endByDigest.get(digest(id)))
        .filter(end -> end.isAfter(clock.instant()))
        .isPresent();
  }

  /** Lets the session of the request last from now on: for when a tester has put the clock forward. */
  public synchronized void renew(HttpRequest<?> request) {
    id(request)
        .ifPresent(id -> endByDigest.computeIfPresent(
            digest(id), (digest, end) -> clock.instant().plus(LIFETIME)));
  }

  /** Ends the session of the request, if it has one. */
  public synchronized Cookie end(HttpRequest<?> request) {
    id(request).ifPresent(id -> endByDigest.remove(digest(id)));
    return cookie("").maxAge(0);
  }

  private Cookie cookie(String value) {
    return Cookie.of(COOKIE, value)
        .httpOnly(true)
        .sameSite(SameSite.Strict)
        .path("/")
        .secure(urls.base().startsWith("https:"));
  }

  private static Optional<String> id(HttpRequest<?> request) {
    return request.getCookies().findCookie(COOKIE).map(Cookie::getValue);
  }

  private static String digest(String id) {
    return HexFormat.of().formatHex(Sha256.of(id));
  }
}
