package dev.authmock.discovery;

import dev.authmock.api.conformance.model.ServerMetadata;
import dev.authmock.api.conformance.model.VpFormat;
import dev.authmock.authorize.AuthorizationCapabilities;
import dev.authmock.client.ClientAuthenticator;
import dev.authmock.grant.CodeChallenge;
import dev.authmock.jose.SignedJwt;
import dev.authmock.server.ServerUrls;
import dev.authmock.token.GrantHandler;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metadata of this server, put together from what is registered in the code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-2">RFC 8414, section 2</a>
 */
@Singleton
class ServerMetadataDocument {
  private static final List<String> ALGORITHMS = List.of(SignedJwt.ES256);

  private final ServerUrls urls;
  private final List<String> grantTypes;

  ServerMetadataDocument(ServerUrls urls, Collection<GrantHandler> grants) {
    this.urls = urls;
    this.grantTypes = grants.stream().map(GrantHandler::grantType).sorted().toList();
  }

  ServerMetadata get() {
    return new ServerMetadata()
        .issuer(urls.issuer())
        .authorizationEndpoint(urls.authorize())
        .tokenEndpoint(urls.token())
        .jwksUri(urls.jwks())
        .registrationEndpoint(urls.register())
        .redirectUris(List.of(urls.directPost()))
        .scopesSupported(AuthorizationCapabilities.SCOPES)
        .responseTypesSupported(AuthorizationCapabilities.RESPONSE_TYPES)
        .responseModesSupported(List.of("query"))
        .grantTypesSupported(grantTypes)
        .subjectTypesSupported(List.of("public"))
        .idTokenSigningAlgValuesSupported(ALGORITHMS)
        .requestObjectSigningAlgValuesSupported(ALGORITHMS)
        .requestParameterSupported(true)
        .requestUriParameterSupported(true)
        .tokenEndpointAuthMethodsSupported(ClientAuthenticator.METHODS)
        .tokenEndpointAuthSigningAlgValuesSupported(ALGORITHMS)
        .codeChallengeMethodsSupported(List.of(CodeChallenge.METHOD))
        .requestAuthenticationMethodsSupported(
            Map.of("authorization_endpoint", List.of("request_object")))
        .vpFormatsSupported(vpFormats())
        .subjectSyntaxTypesSupported(List.of("did:key", "did:ebsi"))
        .subjectSyntaxTypesDiscriminations(List.of("did:key:jwk_jcs-pub", "did:ebsi:v1"))
        .subjectTrustFrameworksSupported(List.of("ebsi"))
        .idTokenTypesSupported(List.of("subject_signed_id_token", "attester_signed_id_token"));
  }

  private static Map<String, VpFormat> vpFormats() {
    Map<String, VpFormat> formats = new LinkedHashMap<>();
    AuthorizationCapabilities.VP_FORMATS.forEach(
        format -> formats.put(format, new VpFormat().algValuesSupported(ALGORITHMS)));
    return formats;
  }
}
