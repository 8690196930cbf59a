package dev.authmock.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authmock.check.Check;
import dev.authmock.check.ClientCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.fetch.FetchException;
import dev.authmock.fetch.GuardedHttpClient;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.InvalidJwksException;
import dev.authmock.jose.PublicJwks;
import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The keys at clients' {@code jwks_uri}s: fetched when needed, kept for a while, and fetched anew
 * when a kid is not among them, at most once per interval and host.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
@Singleton
class RemoteKeys implements Resettable {
  private static final String ACCEPT =
      "application/jwk-set+json, application/json;q=0.9, */*;q=0.1";

  private final GuardedHttpClient http;
  private final CryptoProvider provider;
  private final Clock clock;
  private final Duration refreshInterval;
  private final Cache<URI, PublicJwks> fetched;
  private final Cache<String, Instant> refreshedAt;
  private final SharedFlights<URI, PublicJwks> flights = new SharedFlights<>();

  RemoteKeys(
      GuardedHttpClient http,
      CryptoProvider provider,
      Clock clock,
      JwksConfiguration configuration) {
    this.http = http;
    this.provider = provider;
    this.clock = clock;
    this.refreshInterval = configuration.getRefreshInterval();
    this.fetched = cache(configuration, configuration.getMaxAge());
    this.refreshedAt = cache(configuration, configuration.getRefreshInterval());
  }

  /**
   * The keys there.
   *
   * @throws RefusedException if they can't be had
   */
  FetchedKeys at(URI jwksUri) {
    PublicJwks known = fetched.getIfPresent(jwksUri);
    return known == null ? new FetchedKeys(fetch(jwksUri), true) : new FetchedKeys(known, false);
  }

  /** The keys there, fetched anew, if that may be done now and succeeds. */
  Optional<PublicJwks> refreshed(URI jwksUri) {
    if (!mayRefresh(jwksUri)) {
      return Optional.empty();
    }
    try {
      return Optional.of(fetch(jwksUri));
    } catch (RefusedException e) {
      // Then the keys that are known decide: the verdict must not depend on who asked last.
      return Optional.empty();
    }
  }

  /**
   * Keys of a client.
   *
   * @param keys the keys
   * @param justNow whether they were fetched for this request, and need not be fetched again
   */
  record FetchedKeys(PublicJwks keys, boolean justNow) {}

  /** Decided by one operation on the host's entry: of all that ask in an interval, one may. */
  private boolean mayRefresh(URI jwksUri) {
    Instant now = clock.instant();
    boolean[] may = new boolean[1];
    refreshedAt.asMap().compute(jwksUri.getRawAuthority(), (host, last) -> {
      may[0] = last == null || !last.plus(refreshInterval).isAfter(now);
      return may[0] || last == null ? now : last;
    });
    return may[0];
  }

  private PublicJwks fetch(URI jwksUri) {
    return flights.join(jwksUri, () -> {
      PublicJwks keys = read(jwksUri);
      fetched.put(jwksUri, keys);
      return keys;
    });
  }

  private PublicJwks read(URI jwksUri) {
    try {
      return PublicJwks.parse(http.get(jwksUri, ACCEPT).body(), provider);
    } catch (FetchException e) {
      throw new RefusedException(
          ClientCheck.CLIENT_KEYS_REACHABLE, new Difference("a JWK set", e.description()));
    } catch (InvalidJwksException e) {
      Check broken = e.reason() == InvalidJwksException.Reason.CONTAINS_PRIVATE_KEY
          ? ClientCheck.CLIENT_KEYS_PUBLIC
          : ClientCheck.CLIENT_KEYS_READABLE;
      throw new RefusedException(
          broken, new Difference("a JWK set of public keys", e.description()));
    }
  }

  @Override
  public void reset() {
    fetched.invalidateAll();
    refreshedAt.invalidateAll();
  }

  private <K, V> Cache<K, V> cache(JwksConfiguration configuration, Duration lifetime) {
    return Caffeine.newBuilder()
        .maximumSize(configuration.getMaxEntries())
        .expireAfterWrite(lifetime)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .executor(Runnable::run)
        .build();
  }
}
