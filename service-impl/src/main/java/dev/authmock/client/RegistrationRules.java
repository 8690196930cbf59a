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
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules that client metadata have to keep.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
@Singleton
class RegistrationRules {
  private static final Set<String> SCHEMES_THAT_RUN_CODE = Set.of(
      "javascript", "data", "vbscript", "blob", "file", "about", "filesystem", "view-source");

  /** What wallet apps register, and java.net.URI does not take. */
  private static final Pattern BARE_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(//)?");

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
        redirectUris.stream().allMatch(RegistrationRules::isRedirectUri),
        () -> Difference.of("absolute URIs", redirectUris));
    return keySource(metadata, evaluation);
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
    evaluation.require(
        RegistrationCheck.REGISTRATION_JWKS,
        !keys.keyIds().isEmpty(),
        () -> new Difference("an ES256 key with a kid", "none"));
    return new ClientKeySource.Inline(KnownJwkMembers.of(jwks), keys);
  }

  private static boolean isPlainHttpUrl(String value) {
    return ClientId.isHttpUrl(value)
        && URI.create(value).getRawUserInfo() == null
        && URI.create(value).getRawFragment() == null;
  }

  private static boolean isRedirectUri(@Nullable String value) {
    if (value == null) {
      return false;
    }
    if (BARE_SCHEME.matcher(value).matches()) {
      String scheme = value.substring(0, value.indexOf(':'));
      return isHarmless(scheme) && !scheme.toLowerCase(Locale.ROOT).startsWith("http");
    }
    try {
      URI uri = new URI(value);
      return uri.isAbsolute()
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && isHarmless(uri.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isHarmless(String scheme) {
    return !SCHEMES_THAT_RUN_CODE.contains(scheme.toLowerCase(Locale.ROOT));
  }
}
