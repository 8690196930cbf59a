package dev.authmock.control;

import dev.authmock.api.conformance.model.Problem;
import dev.authmock.api.control.model.EvaluatedRequest;
import dev.authmock.check.Check;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.control.curl.PastedRequest;
import dev.authmock.problem.ProblemWriter;
import dev.authmock.server.ServerUrls;
import dev.authmock.token.TokenRehearsal;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells the verdict that a token request would get now. The request is kept nowhere: its evaluation
 * is one of its own, of which neither the journal nor any of its listeners hears.
 */
@Singleton
public class TokenRequestEvaluator {
  private final TokenRehearsal rehearsal;
  private final ProblemWriter problems;
  private final ServerUrls urls;

  TokenRequestEvaluator(TokenRehearsal rehearsal, ProblemWriter problems, ServerUrls urls) {
    this.rehearsal = rehearsal;
    this.problems = problems;
    this.urls = urls;
  }

  /**
   * The verdict on a request that is given as a form body or as a curl command.
   *
   * @throws RefusedException if it is neither
   */
  public EvaluatedRequest evaluate(String pasted) {
    PastedRequest request = PastedRequest.read(pasted);
    Evaluation evaluation = new Evaluation("rehearsal");
    try {
      rehearsal.rehearse(request.requireForm(), request.authorization(), evaluation);
      return view(evaluation, Optional.empty());
    } catch (RefusedException e) {
      evaluation.record(e);
      return view(evaluation, Optional.of(e));
    }
  }

  private EvaluatedRequest view(Evaluation evaluation, Optional<RefusedException> refusal) {
    String flow = evaluation.flowId();
    return new EvaluatedRequest()
        .outcome(
            refusal.isPresent()
                ? EvaluatedRequest.OutcomeEnum.REFUSED
                : EvaluatedRequest.OutcomeEnum.ACCEPTED)
        .status(refusal.map(e -> e.check().kind().status().getCode()).orElse(200))
        .clientId(evaluation.clientId())
        .flow(flow)
        .flowUrl(flow == null ? null : urls.flow(flow))
        .failedCheck(refusal.map(e -> e.check().id()).orElse(null))
        .problem(refusal.map(this::problem).orElse(null))
        .parameters(JournalView.members(evaluation.parameters()))
        .jwts(JwtView.received(evaluation.jwts(), evaluation.findings()))
        .checks(evaluation.findings().stream().map(JournalView::of).toList());
  }

  /** The problem as it would be answered, but for its instance: there is no journal entry. */
  private Problem problem(RefusedException refusal) {
    Check check = refusal.check();
    return problems.problem(check.kind(), check.error(), refusal.description(), check.id(), null);
  }
}
