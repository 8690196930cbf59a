package dev.authmock.fault;

import dev.authmock.api.control.model.FaultKind;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.journal.BeforeDecision;
import dev.authmock.journal.FlowMemory;
import dev.authmock.server.Endpoint;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Ends requests in the problem that the oldest matching fault wants, before anything is redeemed. */
@Singleton
class ProblemFaults implements BeforeDecision {
  /** These are for everybody: nothing is decided there. */
  private static final Set<Endpoint> PUBLISHED = EnumSet.of(
      Endpoint.SERVER_METADATA, Endpoint.JWKS, Endpoint.ISSUER_METADATA, Endpoint.ISSUER_JWKS);

  private final Faults faults;
  private final FlowMemory flows;

  ProblemFaults(Faults faults, FlowMemory flows) {
    this.faults = faults;
    this.flows = flows;
  }

  /**
   * Looks at a request of which no more is known than its path.
   *
   * @throws RefusedException to end it
   */
  void look(Endpoint endpoint, Evaluation evaluation) {
    for (Fault fault : faults.live()) {
      Match match = fault.matching();
      if (fault.kind() == FaultKind.PROBLEM && match.fitsPath(endpoint)) {
        if (match.isByPathAlone()) {
          hit(fault, endpoint, evaluation);
        } else if (!PUBLISHED.contains(endpoint)) {
          // Should this one match, it goes before all younger ones.
          return;
        }
      }
    }
  }

  @Override
  public void look(HttpRequest<?> request, Evaluation evaluation) {
    if (faults.live().isEmpty()) {
      return;
    }
    Optional<Endpoint> endpoint = Endpoint.at(request.getPath());
    if (endpoint.isEmpty()) {
      return;
    }
    for (Fault fault : faults.live()) {
      if (fault.kind() == FaultKind.PROBLEM
          && fault.matching().fits(endpoint.get(), evaluation, flows)) {
        hit(fault, endpoint.get(), evaluation);
      }
    }
  }

  private void hit(Fault fault, Endpoint endpoint, Evaluation evaluation) {
    if (faults.take(fault)) {
      evaluation.noteFault(fault.name());
      throw InjectedProblem.refusal(fault, endpoint);
    }
  }
}
