package dev.authmock.offer;

import dev.authmock.api.conformance.model.AuthorizationCodeOffer;
import dev.authmock.api.conformance.model.CredentialOffer;
import dev.authmock.api.conformance.model.CredentialOfferGrants;
import dev.authmock.api.conformance.model.OfferedCredential;
import dev.authmock.api.conformance.model.PreAuthorizedCodeOffer;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.credential.CredentialIssuerDocument;
import dev.authmock.credential.CredentialType;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Shows an offer to the wallet.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4.1.1">OpenID4VCI
 *     draft 11, section 4.1.1</a>
 */
@Singleton
class OfferDocument {
  private final ServerUrls urls;
  private final CredentialIssuerDocument issuer;

  OfferDocument(ServerUrls urls, CredentialIssuerDocument issuer) {
    this.urls = urls;
    this.issuer = issuer;
  }

  CredentialOffer of(StoredOffer offer) {
    OfferedCredential offered = new OfferedCredential()
        ._format(CredentialType.FORMAT)
        .types(offer.type().types())
        .trustFramework(issuer.trustFramework());
    return new CredentialOffer()
        .credentialIssuer(urls.credentialIssuer())
        .credentials(List.of(offered))
        .grants(grants(offer));
  }

  /** Notes what was offered, the grant as a fingerprint. */
  static void noteOn(Evaluation evaluation, CredentialOffer offer) {
    evaluation.noteAnswer("credential_issuer", offer.getCredentialIssuer());
    evaluation.noteAnswer("types", offer.getCredentials().get(0).getTypes().toString());
    CredentialOfferGrants grants = offer.getGrants();
    AuthorizationCodeOffer authorised = grants.getAuthorizationCode();
    if (authorised != null) {
      evaluation.noteAnswer("issuer_state", Fingerprint.of(authorised.getIssuerState()));
    }
    PreAuthorizedCodeOffer preAuthorised = grants.getUrnIetfParamsOauthGrantTypePreAuthorizedCode();
    if (preAuthorised != null) {
      evaluation.noteAnswer(
          "pre-authorized_code", Fingerprint.of(preAuthorised.getPreAuthorizedCode()));
      evaluation.noteAnswer(
          "user_pin_required", String.valueOf(preAuthorised.getUserPinRequired()));
    }
  }

  private static CredentialOfferGrants grants(StoredOffer offer) {
    if (offer.type().offer().isPreAuthorised()) {
      return new CredentialOfferGrants()
          .urnIetfParamsOauthGrantTypePreAuthorizedCode(
              new PreAuthorizedCodeOffer().preAuthorizedCode(offer.grant()).userPinRequired(true));
    }
    return new CredentialOfferGrants()
        .authorizationCode(new AuthorizationCodeOffer().issuerState(offer.grant()));
  }
}
