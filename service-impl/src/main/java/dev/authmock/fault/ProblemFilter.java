package dev.authmock.fault;

import dev.authmock.journal.Evaluations;
import dev.authmock.server.Endpoint;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Lets the faults that a path alone decides end requests, before anything of them is read. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class ProblemFilter implements Ordered {
  /** After what marks the answer, which thus sees the problem too. */
  static final int ORDER = FaultFilter.ORDER + 1;

  private final Faults faults;
  private final ProblemFaults problems;
  private final Evaluations evaluations;

  ProblemFilter(Faults faults, ProblemFaults problems, Evaluations evaluations) {
    this.faults = faults;
    this.problems = problems;
    this.evaluations = evaluations;
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @RequestFilter
  void look(HttpRequest<?> request) {
    if (!faults.live().isEmpty()) {
      Endpoint.at(request.getPath())
          .ifPresent(endpoint -> problems.look(endpoint, evaluations.of(request)));
    }
  }
}
