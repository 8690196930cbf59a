package dev.authmock.client;

import dev.authmock.jose.PublicJwks;
import java.net.URI;
import java.util.Map;

/** Where a client's public keys are: with its registration, or at its {@code jwks_uri}. */
public sealed interface ClientKeySource {

  /**
   * Keys that came with the registration.
   *
   * @param jwks the JWK set as it was sent
   * @param keys its usable keys
   */
  record Inline(Map<String, Object> jwks, PublicJwks keys) implements ClientKeySource {}

  /**
   * Keys to be fetched.
   *
   * @param jwksUri where they are
   */
  record Remote(URI jwksUri) implements ClientKeySource {}
}
