package dev.authmock.offer;

import static dev.authmock.check.OfferCheck.OFFER_CLIENT_ID;
import static dev.authmock.check.OfferCheck.OFFER_CLIENT_ID_PRESENT;
import static dev.authmock.check.OfferCheck.OFFER_CREDENTIAL_TYPE;
import static dev.authmock.check.OfferCheck.OFFER_CREDENTIAL_TYPE_PRESENT;
import static dev.authmock.check.OfferCheck.OFFER_ENDPOINT;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.client.RedirectTarget;
import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialType.Offer;
import dev.authmock.credential.CredentialTypes;
import dev.authmock.did.DidKey;
import dev.authmock.did.InvalidDidException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules of a request for an offer.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4.1">OpenID4VCI
 *     draft 11, section 4.1</a>
 */
final class OfferRules {
  /** What still fits into a QR code, together with the URL of the offer. */
  private static final int MAX_ENDPOINT = 2000;

  private OfferRules() {}

  // credential_type (REQUIRED)
  static CredentialType requireType(OfferRequest request, Evaluation evaluation) {
    String name = evaluation.requirePresent(
        OFFER_CREDENTIAL_TYPE_PRESENT, request.credentialType(), offeredTypes());
    Optional<CredentialType> known = CredentialTypes.named(name);
    evaluation.require(
        OFFER_CREDENTIAL_TYPE,
        known.filter(OfferRules::isOffered).isPresent(),
        () -> new Difference(
            offeredTypes(),
            Difference.show(name)
                + (known.isPresent() ? ", which service wallets ask for without an offer" : "")));
    return known.orElseThrow();
  }

  // client_id (REQUIRED)
  static String requireWallet(OfferRequest request, Evaluation evaluation) {
    String client = evaluation.requirePresent(
        OFFER_CLIENT_ID_PRESENT, request.clientId(), "the did:key of a wallet");
    try {
      DidKey.parse(client);
      evaluation.pass(OFFER_CLIENT_ID);
      return client;
    } catch (InvalidDidException e) {
      throw evaluation.refuse(
          OFFER_CLIENT_ID,
          new Difference(
              "the did:key of a wallet", Difference.show(client) + ": " + e.description()));
    }
  }

  // credential_offer_endpoint (OPTIONAL)
  static String requireEndpoint(OfferRequest request, Evaluation evaluation) {
    String endpoint = request.endpoint();
    evaluation.require(
        OFFER_ENDPOINT,
        endpoint.length() <= MAX_ENDPOINT && RedirectTarget.isAllowed(endpoint),
        () -> Difference.of("a URI such as openid-credential-offer://", endpoint));
    return endpoint;
  }

  private static boolean isOffered(CredentialType type) {
    return type.offer() != Offer.NONE;
  }

  private static String offeredTypes() {
    return CredentialTypes.all().stream()
        .filter(OfferRules::isOffered)
        .map(CredentialType::name)
        .collect(Collectors.joining(", "));
  }
}
