package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.REDIRECT_URI;
import static dev.authmock.authorize.AuthorizationParameter.STATE;

import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.client.ClientId;
import dev.authmock.grant.AuthorizedType;
import dev.authmock.grant.CodeChallenge;
import dev.authmock.grant.OpaqueTokens;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Leads an authorization request to the wallet, or back to its redirect_uri with an error.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
@Singleton
class AuthorizationService {
  private final RequestingClient clients;
  private final RequestObjects requestObjects;
  private final IssuerStateRules issuerStates;
  private final ClientMetadataRules metadata;
  private final WalletRequests walletRequests;
  private final Redirects redirects;
  private final OpaqueTokens random;

  AuthorizationService(
      RequestingClient clients,
      RequestObjects requestObjects,
      IssuerStateRules issuerStates,
      ClientMetadataRules metadata,
      WalletRequests walletRequests,
      Redirects redirects,
      OpaqueTokens random) {
    this.clients = clients;
    this.requestObjects = requestObjects;
    this.issuerStates = issuerStates;
    this.metadata = metadata;
    this.walletRequests = walletRequests;
    this.redirects = redirects;
    this.random = random;
  }

  /**
   * Where the request leads.
   *
   * @throws RefusedException if it is refused before its redirect_uri can be trusted
   */
  String authorize(AuthorizationRequest sent, Evaluation evaluation) {
    sent.noteOn(evaluation);
    flow(sent, evaluation);
    evaluation.beforeDecision();
    evaluation.pass(RequestCheck.PARAMETERS_ONCE);
    ClientId client = clients.require(sent, evaluation);
    if (client.isServiceWallet() && sent.text(REDIRECT_URI) == null) {
      AuthorizationRequest whole = requestObjects.apply(client, sent, evaluation);
      return decide(
          client, clients.requireRedirectUri(client, whole, evaluation), whole, evaluation);
    }
    String redirectUri = clients.requireRedirectUri(client, sent, evaluation);
    AuthorizationRequest whole;
    try {
      whole = requestObjects.apply(client, sent, evaluation);
    } catch (RefusedException e) {
      return redirects.withError(redirectUri, sent.text(STATE), e, evaluation);
    }
    return decide(client, redirectUri, whole, evaluation);
  }

  private String decide(
      ClientId client, String redirectUri, AuthorizationRequest request, Evaluation evaluation) {
    try {
      return walletRequests.send(accept(client, redirectUri, request, evaluation));
    } catch (RefusedException e) {
      return redirects.withError(redirectUri, request.text(STATE), e, evaluation);
    }
  }

  private AcceptedRequest accept(
      ClientId client, String redirectUri, AuthorizationRequest request, Evaluation evaluation) {
    String flow = flow(request, evaluation);
    RequestRules.require(request, evaluation);
    Optional<CodeChallenge> challenge = RequestRules.requireChallenge(client, request, evaluation);
    RequestedCredentials requested = AuthorizationDetailsRules.require(request, evaluation);
    evaluation.noteCredentialType(AuthorizedType.of(requested.details()));
    AvailabilityRules.require(client, requested, evaluation);
    issuerStates.require(client, request, requested, evaluation);
    String endpoint = metadata.requireEndpoint(client, request, evaluation);
    return new AcceptedRequest(flow, client, redirectUri, request, requested, challenge, endpoint);
  }

  /** The flow that began with the offer, else one that begins here. */
  private String flow(AuthorizationRequest request, Evaluation evaluation) {
    String ofOffer = issuerStates.flowOf(request);
    String begun = evaluation.flowId();
    String flow = ofOffer != null ? ofOffer : begun != null ? begun : random.next();
    evaluation.noteFlow(flow);
    return flow;
  }
}
