package dev.authmock.credential;

import dev.authmock.api.conformance.model.CredentialDisplay;
import dev.authmock.api.conformance.model.CredentialIssuerMetadata;
import dev.authmock.api.conformance.model.SupportedCredential;
import dev.authmock.api.conformance.model.TrustFramework;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The metadata of the credential issuer, put together from the catalogue.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-10.2">OpenID4VCI
 *     draft 11, section 10.2</a>
 */
@Singleton
public class CredentialIssuerDocument {
  private final ServerUrls urls;

  CredentialIssuerDocument(ServerUrls urls) {
    this.urls = urls;
  }

  CredentialIssuerMetadata get() {
    return new CredentialIssuerMetadata()
        .credentialIssuer(urls.credentialIssuer())
        .authorizationServer(urls.issuer())
        .credentialEndpoint(urls.credential())
        .deferredCredentialEndpoint(urls.deferredCredential())
        .credentialsSupported(
            CredentialTypes.all().stream().map(this::supported).toList());
  }

  /** What the trust in this issuer comes from: of a mock, its keys alone. */
  public TrustFramework trustFramework() {
    return new TrustFramework().name("ebsi").type("Accreditation").uri(urls.issuerJwks());
  }

  private SupportedCredential supported(CredentialType type) {
    return new SupportedCredential()
        ._format(CredentialType.FORMAT)
        .types(type.types())
        .trustFramework(trustFramework())
        .display(List.of(new CredentialDisplay().name(type.title()).locale("en-GB")));
  }
}
