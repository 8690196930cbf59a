package dev.authmock.client;

import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.InvalidJwksException;
import dev.authmock.jose.PublicJwks;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.JsonWriting;
import dev.authmock.json.NotJsonException;
import dev.authmock.server.Base64Url;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registered clients as JSON, for the other nodes.
 *
 * <p>What this version wrote and has read is written the same again: by its text a client is known to be
 * unchanged.
 */
final class ClientJson {
  private final CryptoProvider provider;

  ClientJson(CryptoProvider provider) {
    this.provider = provider;
  }

  static String write(RegisteredClient client) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    byte[] digest = client.accessTokenDigest();
    json.put("client_id", client.clientId());
    json.put("name", client.name());
    json.put("redirect_uris", client.redirectUris());
    if (client.keys() instanceof ClientKeySource.Inline inline) {
      json.put("jwks", inline.jwks());
    } else if (client.keys() instanceof ClientKeySource.Remote remote) {
      json.put("jwks_uri", remote.jwksUri().toString());
    }
    json.put("registered_at", client.registeredAt().toString());
    json.put("access_token_sha256", digest == null ? null : Base64Url.of(digest));
    return JsonWriting.text(json);
  }

  /** The client; nothing where another version of this program wrote something else. */
  Optional<RegisteredClient> read(String text) {
    try {
      return Optional.of(client(JsonObjects.parse(text)));
    } catch (NotJsonException | InvalidJwksException | RuntimeException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked") // as it was written
  private RegisteredClient client(Map<String, Object> json) throws InvalidJwksException {
    String digest = (String) json.get("access_token_sha256");
    return new RegisteredClient(
        text(json, "client_id"),
        (String) json.get("name"),
        List.copyOf((List<String>) json.get("redirect_uris")),
        keys(json),
        Instant.parse(text(json, "registered_at")),
        false,
        digest == null ? null : Base64Url.decode(digest));
  }

  @SuppressWarnings("unchecked") // JSON has no other names than strings
  private ClientKeySource keys(Map<String, Object> json) throws InvalidJwksException {
    if (json.get("jwks") instanceof Map<?, ?> jwks) {
      return new ClientKeySource.Inline(
          (Map<String, Object>) jwks, PublicJwks.parse((Map<String, Object>) jwks, provider));
    }
    return new ClientKeySource.Remote(URI.create(text(json, "jwks_uri")));
  }

  private static String text(Map<String, Object> json, String name) {
    return (String) Objects.requireNonNull(json.get(name));
  }
}
