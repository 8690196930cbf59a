package dev.authmock.client;

import dev.authmock.api.conformance.model.ClientMetadata;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client that was registered, in the configuration or at the registration endpoint.
 *
 * @param clientId the URL of the issuer that it is
 * @param name a name to show to people, if it has one
 * @param redirectUris where authorization responses may go
 * @param keys where its public keys are
 * @param registeredAt when it was registered
 * @param isConfigured whether it came with the configuration, and can't be changed while it runs
 * @param accessTokenDigest SHA-256 of its registration access token; null for a client that did not
 *     register itself, and so can't manage its registration
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
public record RegisteredClient(
    String clientId,
    @Nullable String name,
    List<String> redirectUris,
    ClientKeySource keys,
    Instant registeredAt,
    boolean isConfigured,
    byte @Nullable [] accessTokenDigest) {
  /** How each of them authenticates at the token endpoint. */
  public static final String AUTH_METHOD = "private_key_jwt";

  /** A client that is registered while the server runs, by metadata that keep the rules. */
  static RegisteredClient of(
      ClientMetadata metadata,
      ClientKeySource keys,
      Instant registeredAt,
      byte @Nullable [] accessTokenDigest) {
    return new RegisteredClient(
        metadata.getClientId(),
        metadata.getClientName(),
        RegistrationRules.redirectUris(metadata),
        keys,
        registeredAt,
        false,
        accessTokenDigest);
  }
}
