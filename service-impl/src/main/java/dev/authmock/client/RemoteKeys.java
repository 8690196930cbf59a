package dev.authmock.client;

import dev.authmock.check.ClientCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.fetch.FetchedCache;
import dev.authmock.fetch.FetchedCache.Found;
import dev.authmock.fetch.FetchedCache.Limits;
import dev.authmock.jose.PublicJwks;
import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * The keys at clients' {@code jwks_uri}s: fetched when needed, kept for a while, and fetched anew
 * when a kid is not among them, at most once per interval and host.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
@Singleton
class RemoteKeys implements Resettable {
  private final JwksReader reader;
  private final FetchedCache<URI, PublicJwks, RefusedException> fetched;

  RemoteKeys(JwksReader reader, Clock clock, JwksConfiguration configuration) {
    this.reader = reader;
    Limits limits = new Limits(
        configuration.getMaxAge(),
        configuration.getRefreshInterval(),
        configuration.getMaxEntries());
    this.fetched = new FetchedCache<>(limits, clock, RemoteKeys::crowded);
  }

  /**
   * The keys there.
   *
   * @throws RefusedException if they can't be had
   */
  Found<PublicJwks> at(URI jwksUri) {
    return fetched.get(jwksUri, () -> read(jwksUri));
  }

  /** The keys there, fetched anew, if that may be done now and succeeds. */
  Optional<PublicJwks> refreshed(URI jwksUri) {
    try {
      return fetched.refreshed(jwksUri, jwksUri.getRawAuthority(), () -> read(jwksUri));
    } catch (RefusedException e) {
      // Then the keys that are known decide: the verdict must not depend on who asked last.
      return Optional.empty();
    }
  }

  /** Forgets what is kept of a source of keys, so that they are fetched when they are needed next. */
  void forget(ClientKeySource source) {
    if (source instanceof ClientKeySource.Remote remote) {
      fetched.forget(remote.jwksUri());
    }
  }

  private PublicJwks read(URI jwksUri) {
    return reader.parse(reader.fetch(jwksUri));
  }

  private static RefusedException crowded() {
    return new RefusedException(
        ClientCheck.CLIENT_KEYS_REACHABLE,
        new Difference("an answer in time", "many requests waiting for one already"));
  }

  @Override
  public void reset() {
    fetched.clear();
  }
}
