package dev.authmock.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authmock.check.Check;
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
   * The keys there, with the kid among them if a fetch could make it so.
   *
   * @throws RefusedException if they can't be had
   */
  PublicJwks at(URI jwksUri, String kid) {
    PublicJwks known = fetched.getIfPresent(jwksUri);
    if (known == null) {
      return fetch(jwksUri);
    }
    boolean stale = known.withKeyId(kid).isEmpty() && mayRefresh(jwksUri);
    return stale ? fetch(jwksUri) : known;
  }

  /** The keys there, fetched anew if that may be done now. */
  Optional<PublicJwks> refreshed(URI jwksUri) {
    return mayRefresh(jwksUri) ? Optional.of(fetch(jwksUri)) : Optional.empty();
  }

  private boolean mayRefresh(URI jwksUri) {
    Instant now = clock.instant();
    Instant winner = refreshedAt
        .asMap()
        .merge(
            jwksUri.getRawAuthority(),
            now,
            (last, at) -> last.plus(refreshInterval).isAfter(at) ? last : at);
    // Only the request whose instant was stored may fetch.
    return winner == now;
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
          Check.CLIENT_KEYS_REACHABLE, new Difference("a JWK set", e.description()));
    } catch (InvalidJwksException e) {
      Check broken = e.reason() == InvalidJwksException.Reason.CONTAINS_PRIVATE_KEY
          ? Check.CLIENT_KEYS_PUBLIC
          : Check.CLIENT_KEYS_READABLE;
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
