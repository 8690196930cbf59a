package dev.authmock.client;

import dev.authmock.check.Check;
import dev.authmock.check.ClientCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.fetch.FetchException;
import dev.authmock.fetch.FetchedCache;
import dev.authmock.fetch.FetchedCache.Found;
import dev.authmock.fetch.FetchedCache.Limits;
import dev.authmock.fetch.GuardedHttpClient;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.InvalidJwksException;
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
  private static final String ACCEPT =
      "application/jwk-set+json, application/json;q=0.9, */*;q=0.1";

  private final GuardedHttpClient http;
  private final CryptoProvider provider;
  private final FetchedCache<URI, PublicJwks, RefusedException> fetched;

  RemoteKeys(
      GuardedHttpClient http,
      CryptoProvider provider,
      Clock clock,
      JwksConfiguration configuration) {
    this.http = http;
    this.provider = provider;
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
