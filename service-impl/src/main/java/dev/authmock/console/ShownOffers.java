package dev.authmock.console;

import dev.authmock.check.Evaluation;
import dev.authmock.credential.CredentialType;
import dev.authmock.grant.InMemoryExpiringStore;
import dev.authmock.grant.UserPin;
import dev.authmock.offer.MadeOffer;
import dev.authmock.offer.OfferService;
import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Starts offers, and keeps what is to be shown of them as long as they are good. */
@Singleton
class ShownOffers implements Resettable {
  private static final int MAX_OFFERS = 1000;

  private final OfferService service;
  private final InMemoryExpiringStore<ShownOffer> offers;

  ShownOffers(OfferService service, Clock clock) {
    this.service = service;
    this.offers = new InMemoryExpiringStore<>("offers shown in the console", MAX_OFFERS, clock);
  }

  /**
   * Starts an offer.
   *
   * @param form the parameters, as those of a request for an offer
   * @return its flow
   * @throws dev.authmock.check.RefusedException if a rule of offers is broken
   */
  String start(Map<String, String> form, Evaluation evaluation) {
    MadeOffer made = service.make(form, evaluation);
    CredentialType type = made.type();
    String wallet = form.getOrDefault("client_id", "");
    String flow = Objects.requireNonNull(evaluation.flowId());
    String pin = type.offer().isPreAuthorised() ? UserPin.derivedFrom(wallet).digits() : null;
    offers.put(
        flow,
        new ShownOffer(flow, wallet, type, made.url(), pin, made.expiresAt()),
        made.expiresAt());
    return flow;
  }

  /** The offer of a flow, as long as it is good. */
  Optional<ShownOffer> find(String flow) {
    return offers.find(flow).live();
  }

  @Override
  public void reset() {
    offers.reset();
  }
}
