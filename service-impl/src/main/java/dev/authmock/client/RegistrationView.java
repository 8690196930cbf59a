package dev.authmock.client;

import dev.authmock.api.conformance.model.ClientRegistration;
import dev.authmock.api.conformance.model.JsonWebKeySet;
import dev.authmock.server.ServerUrls;
import java.util.List;
import java.util.Map;

/**
 * Shows a registration to its client.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7592#section-3">RFC 7592, section 3</a>
 */
final class RegistrationView {
  private final ServerUrls urls;

  RegistrationView(ServerUrls urls) {
    this.urls = urls;
  }

  /** The registration, with the token that manages it: of that, only a digest is kept. */
  ClientRegistration of(RegisteredClient client, String token) {
    String id = ClientRegistry.registrationId(client.clientId());
    ClientRegistration registration = new ClientRegistration()
        .clientId(client.clientId())
        .clientIdIssuedAt(client.registeredAt().getEpochSecond())
        .registrationAccessToken(token)
        .registrationClientUri(urls.register() + "/" + id)
        .clientName(client.name())
        .redirectUris(client.redirectUris())
        .tokenEndpointAuthMethod(RegisteredClient.AUTH_METHOD);
    if (client.keys() instanceof ClientKeySource.Remote remote) {
      registration.setJwksUri(remote.jwksUri().toString());
    } else if (client.keys() instanceof ClientKeySource.Inline inline) {
      registration.setJwks(jwks(inline.jwks()));
    }
    return registration;
  }

  @SuppressWarnings("unchecked")
  private static JsonWebKeySet jwks(Map<String, Object> jwks) {
    return new JsonWebKeySet().keys((List<Map<String, Object>>) jwks.get("keys"));
  }
}
