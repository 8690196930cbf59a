package dev.authmock.client;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RegistrationCheck;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.InvalidJwksException;
import dev.authmock.jose.PublicJwks;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that client metadata have to keep.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
@Singleton
class RegistrationRules {
  private final CryptoProvider provider;

  RegistrationRules(CryptoProvider provider) {
    this.provider = provider;
  }

  /** Applies all rules but the one that the client_id must be free. */
  ClientKeySource apply(ClientMetadata metadata, Evaluation evaluation) {
    String clientId = metadata.getClientId();
    evaluation.require(
        RegistrationCheck.REGISTRATION_CLIENT_ID,
        isPlainHttpUrl(clientId),
        () -> Difference.of("a URL such as https://issuer.example/auth", clientId));
    String method = metadata.getTokenEndpointAuthMethod();
    evaluation.require(
        RegistrationCheck.REGISTRATION_AUTH_METHOD,
        method == null || method.equals(RegisteredClient.AUTH_METHOD),
        () -> Difference.of(RegisteredClient.AUTH_METHOD, method));
    List<String> redirectUris = redirectUris(metadata);
    evaluation.require(
        RegistrationCheck.REGISTRATION_REDIRECT_URIS,
        redirectUris.stream().allMatch(RedirectTarget::isAllowed),
        () -> Difference.of("absolute URIs", redirectUris));
    return keySource(metadata, evaluation);
  }

  /** Applies the rules to metadata that are to replace those of a registered client. */
  ClientKeySource applyToReplacement(
      RegisteredClient registered, ClientMetadata metadata, Evaluation evaluation) {
    evaluation.require(
        RegistrationCheck.REGISTRATION_SAME_CLIENT,
        registered.clientId().equals(metadata.getClientId()),
        () -> Difference.of("'" + registered.clientId() + "'", metadata.getClientId()));
    return apply(metadata, evaluation);
  }

  /** The redirect_uris of the metadata; none is an empty list. */
  static List<String> redirectUris(ClientMetadata metadata) {
    @Nullable List<String> redirectUris = metadata.getRedirectUris();
    // Not List.copyOf: a JSON null in it is for the rule to refuse.
    return redirectUris == null
        ? List.of()
        : Collections.unmodifiableList(new ArrayList<>(redirectUris));
  }

  private ClientKeySource keySource(ClientMetadata metadata, Evaluation evaluation) {
    @Nullable String jwksUri = metadata.getJwksUri();
    boolean inline = metadata.getJwks() != null;
    evaluation.require(
        RegistrationCheck.REGISTRATION_ONE_KEY_SOURCE,
        inline != (jwksUri != null),
        () -> new Difference("jwks or jwks_uri", inline ? "both" : "neither"));
    if (jwksUri == null) {
      return inlineKeys(Map.of("keys", metadata.getJwks().getKeys()), evaluation);
    }
    evaluation.require(
        RegistrationCheck.REGISTRATION_JWKS_URI,
        isPlainHttpUrl(jwksUri),
        () -> Difference.of("a URL such as https://issuer.example/auth/jwks", jwksUri));
    return new ClientKeySource.Remote(URI.create(jwksUri));
  }

  private ClientKeySource inlineKeys(Map<String, Object> jwks, Evaluation evaluation) {
    PublicJwks keys;
    try {
      keys = PublicJwks.parse(jwks, provider);
    } catch (InvalidJwksException e) {
      throw evaluation.refuse(
          RegistrationCheck.REGISTRATION_JWKS,
          new Difference("a JWK set of public keys", e.description()));
    }
    Optional<String> repeated = keys.repeatedKeyId();
    evaluation.require(
        RegistrationCheck.REGISTRATION_JWKS,
        repeated.isEmpty() && !keys.keyIds().isEmpty(),
        () -> repeated
            .map(kid -> Difference.of("one key of each kid", kid + " twice"))
            .orElseGet(() -> new Difference("an ES256 key with a kid", "none")));
    return new ClientKeySource.Inline(KnownJwkMembers.of(jwks), keys);
  }

  /** Whether this is an http(s) URL that names a host and a path there, and nothing beside. */
  static boolean isPlainHttpUrl(String value) {
    return ClientId.isHttpUrl(value)
        && URI.create(value).getRawUserInfo() == null
        && URI.create(value).getRawFragment() == null;
  }
}
