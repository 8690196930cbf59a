package dev.authmock.client;

import dev.authmock.check.Check;
import dev.authmock.check.ClientCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.fetch.FetchException;
import dev.authmock.fetch.GuardedHttpClient;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.InvalidJwksException;
import dev.authmock.jose.PublicJwks;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * Fetches the JWK sets of clients, and reads them; keeps none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, section 5</a>
 */
@Singleton
class JwksReader {
  private static final String ACCEPT =
      "application/jwk-set+json, application/json;q=0.9, */*;q=0.1";

  private final GuardedHttpClient http;
  private final CryptoProvider provider;

  JwksReader(GuardedHttpClient http, CryptoProvider provider) {
    this.http = http;
    this.provider = provider;
  }

  /**
   * The text at that URL.
   *
   * @throws RefusedException if it can't be had
   */
  String fetch(URI jwksUri) {
    try {
      return http.get(jwksUri, ACCEPT).body();
    } catch (FetchException e) {
      throw new RefusedException(
          ClientCheck.CLIENT_KEYS_REACHABLE, new Difference("a JWK set", e.description()));
    }
  }

  /**
   * The keys in that text.
   *
   * @throws RefusedException if it is not a JWK set of public keys
   */
  PublicJwks parse(String body) {
    try {
      return PublicJwks.parse(body, provider);
    } catch (InvalidJwksException e) {
      Check broken = e.reason() == InvalidJwksException.Reason.CONTAINS_PRIVATE_KEY
          ? ClientCheck.CLIENT_KEYS_PUBLIC
          : ClientCheck.CLIENT_KEYS_READABLE;
      throw new RefusedException(
          broken, new Difference("a JWK set of public keys", e.description()));
    }
  }
}
