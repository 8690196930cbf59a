package dev.authmock.console;

import dev.authmock.check.OfferCheck;
import dev.authmock.check.RefusedException;
import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialType.Offer;
import dev.authmock.credential.CredentialTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that starts an offer, as it was filled in.
 *
 * @param credentialType credential_type
 * @param clientId client_id
 * @param endpoint credential_offer_endpoint
 * @param refusal the rule that it broke, if it did
 */
public record OfferForm(
    String credentialType,
    String clientId,
    String endpoint,
    @Nullable RefusedException refusal) {

  static OfferForm of(Map<String, String> sent, @Nullable RefusedException refusal) {
    return new OfferForm(
        sent.getOrDefault("credential_type", ""),
        sent.getOrDefault("client_id", ""),
        sent.getOrDefault("credential_offer_endpoint", ""),
        refusal);
  }

  /** What can be offered. */
  public List<CredentialType> types() {
    return CredentialTypes.all().stream()
        .filter(type -> type.offer() != Offer.NONE)
        .toList();
  }

  /** The field that the broken rule is about. */
  public String refusedField() {
    if (refusal == null) {
      return "";
    }
    if (refusal.check() == OfferCheck.OFFER_CLIENT_ID
        || refusal.check() == OfferCheck.OFFER_CLIENT_ID_PRESENT) {
      return "client_id";
    }
    return refusal.check() == OfferCheck.OFFER_ENDPOINT
        ? "credential_offer_endpoint"
        : "credential_type";
  }
}
