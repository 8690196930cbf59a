package dev.authmock.control;

import dev.authmock.server.Base64Url;
import dev.authmock.server.ServerUrls;
import dev.authmock.server.Sha256;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The browsers that have shown the control token: a page can't send it with every request, so they get
 * a cookie for it. Of the cookies only digests are kept. How long they last is measured in real time: a
 * tester's clock neither ends a session nor makes one last.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-4.1">RFC 6265, section 4.1</a>
 */
@Singleton
public class BrowserSessions {
  private static final String COOKIE = "auth-mock-console";
  private static final long LIFETIME_NANOS = Duration.ofHours(8).toNanos();
  private static final int MAX_SESSIONS = 1000;
  private static final int ID_BYTES = 32;

  private final Map<String, Long> beginByDigest = new LinkedHashMap<>();
  private final SecureRandom random;
  private final ServerUrls urls;
  private final LongSupplier nanoTime;

  @Inject
  BrowserSessions(SecureRandom random, ServerUrls urls) {
    this(random, urls, System::nanoTime);
  }

  BrowserSessions(SecureRandom random, ServerUrls urls, LongSupplier nanoTime) {
    this.random = random;
    this.urls = urls;
    this.nanoTime = nanoTime;
  }

  /** Begins one; the oldest makes room for it. */
  public synchronized Cookie begin() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64Url.of(bytes);
    beginByDigest.values().removeIf(begin -> !isLasting(begin));
    if (beginByDigest.size() >= MAX_SESSIONS) {
      beginByDigest.remove(beginByDigest.keySet().iterator().next());
    }
    beginByDigest.put(digest(id), nanoTime.getAsLong());
    return cookie(id);
  }

  /** Whether the request comes from a browser with a session. */
  public synchronized boolean isOpen(HttpRequest<?> request) {
    return id(request)
        .map(id -> beginByDigest.get(digest(id)))
        .filter(this::isLasting)
        .isPresent();
  }

  private boolean isLasting(long begin) {
    return nanoTime.getAsLong() - begin < LIFETIME_NANOS;
  }

  /** Ends the session of the request, if it has one. */
  public synchronized Cookie end(HttpRequest<?> request) {
    id(request).ifPresent(id -> beginByDigest.remove(digest(id)));
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
