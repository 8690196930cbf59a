package dev.authmock.fault;

import dev.authmock.api.control.model.RequestMatch;
import dev.authmock.check.Evaluation;
import dev.authmock.journal.FlowMemory;
import dev.authmock.server.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault hits; null stands for any.
 *
 * @param endpoint where it has to be for
 * @param grantType the {@code grant_type} that it has to have
 * @param clientId whose it has to be
 */
record Match(
    @Nullable Endpoint endpoint,
    @Nullable String grantType,
    @Nullable String clientId) {

  /** As ordered; no order means any request. */
  static Match of(@Nullable RequestMatch ordered) {
    if (ordered == null) {
      return new Match(null, null, null);
    }
    Endpoint endpoint = ordered.getEndpoint() == null
        ? null
        : Endpoint.byId(ordered.getEndpoint().getValue()).orElseThrow();
    return new Match(endpoint, ordered.getGrantType(), ordered.getClientId());
  }

  /** Whether the path alone decides. */
  boolean isByPathAlone() {
    return grantType == null && clientId == null;
  }

  /** Whether a request for that endpoint may match. */
  boolean fitsPath(Endpoint asked) {
    return (endpoint == null || endpoint == asked)
        && (grantType == null || asked == Endpoint.TOKEN);
  }

  /**
   * Whether a request matches.
   *
   * @param flows whose the code is that it redeems, should it not say
   */
  boolean fits(Endpoint asked, Evaluation evaluation, FlowMemory flows) {
    return fitsPath(asked)
        && (grantType == null || grantType.equals(evaluation.parameters().get("grant_type")))
        && (clientId == null
            || clientId.equals(evaluation.clientId())
            || clientId.equals(flows.of(evaluation.flowId()).clientId()));
  }
}
