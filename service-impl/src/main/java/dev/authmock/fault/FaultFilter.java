package dev.authmock.fault;

import dev.authmock.check.Evaluation;
import dev.authmock.journal.Evaluations;
import dev.authmock.server.Endpoint;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Injects faults into answers, and names them in a header. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class FaultFilter implements Ordered {
  /** The journal alone sees an answer later. */
  static final int ORDER = ServerFilterPhase.FIRST.order() + 10;

  private static final String HEADER = "Auth-Mock-Fault";

  private final Faults faults;
  private final AnswerFaults answers;
  private final Delays delays;
  private final Evaluations evaluations;

  FaultFilter(Faults faults, AnswerFaults answers, Delays delays, Evaluations evaluations) {
    this.faults = faults;
    this.answers = answers;
    this.delays = delays;
    this.evaluations = evaluations;
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @ResponseFilter
  CompletionStage<MutableHttpResponse<?>> inject(
      HttpRequest<?> request, MutableHttpResponse<?> response) {
    Evaluation evaluation = evaluations.of(request);
    Duration delay = faults.live().isEmpty()
        ? Duration.ZERO
        : Endpoint.at(request.getPath())
            .map(endpoint -> answers.inject(endpoint, request, response, evaluation))
            .orElse(Duration.ZERO);
    // A problem may have been the last hit of the last fault.
    if (!evaluation.faults().isEmpty()) {
      response.header(HEADER, String.join(", ", evaluation.faults()));
    }
    return delay.isZero()
        ? CompletableFuture.completedFuture(response)
        : delays.hold(delay, response);
  }
}
