package dev.authmock.fault;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.FaultCheck;
import dev.authmock.check.RefusedException;
import dev.authmock.check.Rule;
import dev.authmock.problem.ProblemKind;
import dev.authmock.server.Endpoint;

/**
 * The rule that a request breaks by being hit: that of the catalogue, with the OAuth error that the
 * fault wants.
 *
 * @param rule what there is to say of it
 */
record InjectedProblem(Rule rule) implements Check {

  /** What ends the request that a fault hits. */
  static RefusedException refusal(Fault fault, Endpoint endpoint) {
    ProblemKind kind = ProblemKind.bySlug(fault.order().getProblem().getValue()).orElseThrow();
    Rule listed = FaultCheck.of(kind).rule();
    OAuthErrorCode ordered = fault.error();
    OAuthErrorCode error = ordered == null ? usual(listed, endpoint) : ordered;
    return new RefusedException(
        new InjectedProblem(
            new Rule(listed.id(), kind, error, listed.reference(), listed.statement())),
        new Difference(
            "a request that matches none", "the fault '" + fault.name() + "' was injected"));
  }

  /** Where a bearer token is asked for, it is that which does not hold. */
  private static OAuthErrorCode usual(Rule listed, Endpoint endpoint) {
    boolean byBearerToken = endpoint == Endpoint.CREDENTIAL
        || endpoint == Endpoint.DEFERRED_CREDENTIAL
        || endpoint == Endpoint.REGISTRATION;
    return byBearerToken && listed.kind() == ProblemKind.UNAUTHORIZED
        ? OAuthErrorCode.INVALID_TOKEN
        : listed.error();
  }
}
