package dev.authmock.offer;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for an offer as it came: no parameter repeated, none empty.
 *
 * @param credentialType credential_type
 * @param clientId client_id
 * @param endpoint credential_offer_endpoint, or what stands for it where it was left out
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4.1">OpenID4VCI
 *     draft 11, section 4.1</a>
 */
record OfferRequest(
    @Nullable String credentialType, @Nullable String clientId, String endpoint) {
  private static final String ANY_WALLET = "openid-credential-offer://";

  static OfferRequest of(Map<String, String> query, Evaluation evaluation) {
    query.forEach((name, value) -> {
      if (name.equals("credential_type")
          || name.equals("client_id")
          || name.equals("credential_offer_endpoint")) {
        evaluation.note(name, Difference.shorten(value));
      }
    });
    evaluation.noteClient(query.get("client_id"));
    return new OfferRequest(
        query.get("credential_type"),
        query.get("client_id"),
        query.getOrDefault("credential_offer_endpoint", ANY_WALLET));
  }
}
