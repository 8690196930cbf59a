package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.ISSUER_STATE;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.client.ClientId;
import dev.authmock.credential.CredentialType;
import dev.authmock.grant.ExpiringStore;
import dev.authmock.grant.IssuerState;
import dev.authmock.grant.Lookup;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an issuer_state: that of the offer of just this, to just this wallet.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-5.1.3">OpenID4VCI
 *     draft 11, section 5.1.3</a>
 */
@Singleton
class IssuerStateRules {
  private final ExpiringStore<IssuerState> offers;

  IssuerStateRules(ExpiringStore<IssuerState> offers) {
    this.offers = offers;
  }

  /** The flow that began with the offer, if there was one. */
  @Nullable
  String flowOf(AuthorizationRequest request) {
    String issuerState = request.text(ISSUER_STATE);
    return issuerState == null ? null : offers.find(issuerState).flowId();
  }

  // issuer_state (REQUIRED where the credential is offered with one)
  void require(
      ClientId client,
      AuthorizationRequest request,
      RequestedCredentials requested,
      Evaluation evaluation) {
    String issuerState = request.text(ISSUER_STATE);
    if (issuerState == null) {
      evaluation.require(
          AuthorizeCheck.ISSUER_STATE_PRESENT,
          requested.withIssuerState().isEmpty(),
          () -> Difference.missing("the issuer_state of the credential offer, for "
              + requested.withIssuerState().map(CredentialType::name).orElse("")));
      return;
    }
    evaluation.pass(AuthorizeCheck.ISSUER_STATE_PRESENT);
    IssuerState offer = requireLive(issuerState, evaluation);
    evaluation.require(
        AuthorizeCheck.ISSUER_STATE_CLIENT,
        offer.clientId().equals(client.value()),
        () -> Difference.of("the client_id that the offer was made for", client.value()));
    List<CredentialType> others =
        requested.types().stream().filter(type -> !type.hasTypes(offer.types())).toList();
    evaluation.require(
        AuthorizeCheck.ISSUER_STATE_TYPES,
        others.isEmpty(),
        () -> Difference.of(
            Difference.show(offer.types()),
            others.stream().map(CredentialType::name).toList()));
  }

  private IssuerState requireLive(String issuerState, Evaluation evaluation) {
    Lookup<IssuerState> found = offers.find(issuerState);
    evaluation.require(
        AuthorizeCheck.ISSUER_STATE_KNOWN,
        found.isKnown(),
        () -> new Difference("the one of a credential offer", Fingerprint.of(issuerState)));
    evaluation.require(
        AuthorizeCheck.ISSUER_STATE_NOT_EXPIRED,
        found.live().isPresent(),
        () -> new Difference("one of an offer that is still good", "one that is past its time"));
    return found.live().orElseThrow();
  }
}
