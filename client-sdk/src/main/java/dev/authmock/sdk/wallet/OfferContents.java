package dev.authmock.sdk.wallet;

import dev.authmock.sdk.conformance.model.AuthorizationCodeOffer;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.CredentialOfferGrants;
import dev.authmock.sdk.conformance.model.OfferedCredential;
import dev.authmock.sdk.conformance.model.PreAuthorizedCodeOffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an offer what a wallet needs; an offer that lacks it is an {@link
 * IllegalArgumentException}.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html">
 *     OpenID4VCI draft 11, section 4.1.1</a>
 */
final class OfferContents {

  private final CredentialOffer offer;

  OfferContents(CredentialOffer offer) {
    this.offer = Objects.requireNonNull(offer, "offer");
  }

  String credentialIssuer() {
    return there(offer.getCredentialIssuer(), "credential_issuer").toString();
  }

  /** The types of the first credential. */
  List<String> types() {
    List<OfferedCredential> credentials = there(offer.getCredentials(), "credentials");
    OfferedCredential first = credentials.isEmpty() ? null : credentials.get(0);
    return there(there(first, "credential").getTypes(), "types");
  }

  boolean isPreAuthorized() {
    return grants().getPreAuthorizedCode() != null;
  }

  String issuerState() {
    AuthorizationCodeOffer grant = grants().getAuthorizationCode();
    return there(grant == null ? null : grant.getIssuerState(), "issuer_state");
  }

  String preAuthorizedCode() {
    PreAuthorizedCodeOffer grant = grants().getPreAuthorizedCode();
    return there(grant == null ? null : grant.getPreAuthorizedCode(), "pre-authorized_code");
  }

  boolean asksForPin() {
    PreAuthorizedCodeOffer grant = grants().getPreAuthorizedCode();
    return grant != null && Boolean.TRUE.equals(grant.getUserPinRequired());
  }

  private CredentialOfferGrants grants() {
    return there(offer.getGrants(), "grants");
  }

  private static <T> T there(@Nullable T member, String name) {
    if (member == null) {
      throw new IllegalArgumentException("the offer has no " + name);
    }
    return member;
  }
}
