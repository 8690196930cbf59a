package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.CLIENT_METADATA;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.client.ClientId;
import dev.authmock.client.ClientKeySource;
import dev.authmock.client.ClientRegistry;
import dev.authmock.client.RedirectTarget;
import dev.authmock.client.RegisteredClient;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.Member;
import dev.authmock.json.NotJsonException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of what a client says of itself in its request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
@Singleton
class ClientMetadataRules {
  /** Where wallets are that say nothing else. */
  static final String DEFAULT_ENDPOINT = "openid:";

  private final ClientRegistry registry;

  ClientMetadataRules(ClientRegistry registry) {
    this.registry = registry;
  }

  /** Applies them, and gives the authorization_endpoint of the wallet. */
  String requireEndpoint(ClientId client, AuthorizationRequest request, Evaluation evaluation) {
    Object sent = request.json(CLIENT_METADATA);
    if (sent == null) {
      return DEFAULT_ENDPOINT;
    }
    Map<String, ? extends @Nullable Object> metadata = object(sent, evaluation);
    Member<String> endpoint = JsonMembers.string(metadata, "authorization_endpoint");
    evaluation.require(
        AuthorizeCheck.CLIENT_METADATA_ENDPOINT,
        endpoint.isAbsent()
            || endpoint.value().filter(ClientMetadataRules::isGood).isPresent(),
        () -> Difference.of("a URI such as openid: or https://wallet.example/authorize", endpoint));
    requireSameKeys(client, JsonMembers.string(metadata, "jwks_uri"), evaluation);
    return endpoint.value().orElse(DEFAULT_ENDPOINT);
  }

  private static boolean isGood(String endpoint) {
    return endpoint.length() <= RequestingClient.MAX_URI && RedirectTarget.isAllowed(endpoint);
  }

  /** Keys come from the registration; a request that names others is a mistake to be told of. */
  private void requireSameKeys(ClientId client, Member<String> jwksUri, Evaluation evaluation) {
    Optional<String> registered = registry
        .find(client.value())
        .map(RegisteredClient::keys)
        .filter(ClientKeySource.Remote.class::isInstance)
        .map(keys -> ((ClientKeySource.Remote) keys).jwksUri().toString());
    if (registered.isPresent() && !jwksUri.isAbsent()) {
      evaluation.require(
          AuthorizeCheck.CLIENT_METADATA_JWKS_URI,
          jwksUri.is(registered.get()),
          () -> Difference.of(Difference.show(registered.get()), jwksUri));
    }
  }

  @SuppressWarnings("unchecked") // JSON has no other names than strings
  private static Map<String, ? extends @Nullable Object> object(
      Object sent, Evaluation evaluation) {
    try {
      Map<String, ? extends @Nullable Object> object = sent instanceof Map<?, ?> map
          ? (Map<String, ? extends @Nullable Object>) map
          : JsonObjects.parse(Json.text(sent));
      evaluation.pass(AuthorizeCheck.CLIENT_METADATA_JSON);
      return object;
    } catch (NotJsonException e) {
      throw evaluation.refuse(
          AuthorizeCheck.CLIENT_METADATA_JSON,
          new Difference("a JSON object", "something that " + e.predicate()));
    }
  }
}
