package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.NONCE;
import static dev.authmock.authorize.AuthorizationParameter.STATE;

import dev.authmock.client.ClientId;
import dev.authmock.grant.CodeChallenge;
import dev.authmock.grant.PendingAuthorization;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that kept all rules.
 *
 * @param flowId the flow that it belongs to
 * @param client who asks
 * @param redirectUri where the client gets the code
 * @param request its parameters
 * @param requested what is asked for
 * @param challenge the PKCE challenge, if there was one
 * @param endpoint where the wallet is
 */
record AcceptedRequest(
    String flowId,
    ClientId client,
    String redirectUri,
    AuthorizationRequest request,
    RequestedCredentials requested,
    Optional<CodeChallenge> challenge,
    String endpoint) {

  /** What is remembered until the wallet answers. */
  PendingAuthorization pending(String nonce, @Nullable String requestId) {
    return new PendingAuthorization(
        flowId,
        client.value(),
        redirectUri,
        request.text(STATE),
        request.text(NONCE),
        challenge.orElse(null),
        requested.details(),
        nonce,
        requested.presentation().orElse(null),
        requestId);
  }
}
