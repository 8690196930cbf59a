package dev.authmock.offer;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.OfferCheck;
import dev.authmock.check.RequestCheck;
import dev.authmock.client.RedirectLocation;
import dev.authmock.credential.CredentialType;
import dev.authmock.grant.ExpiringStore;
import dev.authmock.grant.IssuerState;
import dev.authmock.grant.Lookup;
import dev.authmock.grant.OpaqueTokens;
import dev.authmock.grant.PreAuthorizedCode;
import dev.authmock.grant.SingleUseStore;
import dev.authmock.grant.UserPin;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Makes credential offers, and lets them be read.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4">OpenID4VCI
 *     draft 11, section 4</a>
 */
@Singleton
public class OfferService {
  private final ExpiringStore<StoredOffer> offers;
  private final ExpiringStore<IssuerState> issuerStates;
  private final SingleUseStore<PreAuthorizedCode> preAuthorizedCodes;
  private final OfferConfiguration configuration;
  private final OpaqueTokens random;
  private final ServerUrls urls;
  private final Clock clock;

  OfferService(
      ExpiringStore<StoredOffer> offers,
      ExpiringStore<IssuerState> issuerStates,
      SingleUseStore<PreAuthorizedCode> preAuthorizedCodes,
      OfferConfiguration configuration,
      OpaqueTokens random,
      ServerUrls urls,
      Clock clock) {
    this.offers = offers;
    this.issuerStates = issuerStates;
    this.preAuthorizedCodes = preAuthorizedCodes;
    this.configuration = configuration;
    this.random = random;
    this.urls = urls;
    this.clock = clock;
  }

  /** Makes an offer, with which a flow begins. */
  public MadeOffer make(Map<String, String> query, Evaluation evaluation) {
    OfferRequest request = OfferRequest.of(query, evaluation);
    evaluation.beforeDecision();
    evaluation.pass(RequestCheck.PARAMETERS_ONCE);
    CredentialType type = OfferRules.requireType(request, evaluation);
    evaluation.noteCredentialType(type.name());
    String wallet = OfferRules.requireWallet(request, evaluation);
    String endpoint = OfferRules.requireEndpoint(request, evaluation);

    String flow = random.next();
    evaluation.noteFlow(flow);
    Instant expiresAt = clock.instant().plus(configuration.getLifetime());
    StoredOffer offer = new StoredOffer(flow, wallet, type, random.next());
    if (type.offer().isPreAuthorised()) {
      preAuthorizedCodes.put(
          offer.grant(),
          preAuthorized(offer),
          expiresAt,
          UserPin.derivedFrom(wallet).digits(),
          UserPin.TRIES);
      evaluation.noteAnswer("pre-authorized_code", Fingerprint.of(offer.grant()));
    } else {
      issuerStates.put(offer.grant(), new IssuerState(flow, wallet, type.types()), expiresAt);
      evaluation.noteAnswer("issuer_state", Fingerprint.of(offer.grant()));
    }
    String id = random.next();
    offers.put(id, offer, expiresAt);
    String url = RedirectLocation.of(endpoint, Map.of("credential_offer_uri", urls.offer(id)));
    return new MadeOffer(url, type, expiresAt);
  }

  /** The offer with that id, which can be read as often as need be. */
  StoredOffer read(String id, Evaluation evaluation) {
    Lookup<StoredOffer> found = offers.find(id);
    evaluation.noteFlow(found.flowId());
    found.live().ifPresent(offer -> {
      evaluation.noteClient(offer.clientId());
      evaluation.noteCredentialType(offer.type().name());
    });
    evaluation.beforeDecision();
    evaluation.require(
        OfferCheck.OFFER_KNOWN,
        found.isKnown(),
        () -> new Difference("an offer of this issuer", Fingerprint.of(id)));
    evaluation.require(
        OfferCheck.OFFER_NOT_EXPIRED,
        !found.isExpired(),
        () -> new Difference("an offer within its lifetime", "one that is past it"));
    return found.live().orElseThrow();
  }

  private PreAuthorizedCode preAuthorized(StoredOffer offer) {
    Map<String, Object> detail = Map.of(
        "type",
        "openid_credential",
        "format",
        CredentialType.FORMAT,
        "types",
        offer.type().types(),
        "locations",
        List.of(urls.credentialIssuer()));
    return new PreAuthorizedCode(
        offer.flowId(), offer.clientId(), offer.clientId(), true, null, List.of(detail));
  }
}
