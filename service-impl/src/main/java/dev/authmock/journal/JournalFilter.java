package dev.authmock.journal;

import dev.authmock.api.conformance.model.Problem;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Finding;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Gives each request its evaluation, and the journal each evaluation in which a rule was tried. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class JournalFilter implements Ordered {
  private static final String STARTED = "dev.authmock.started";

  private final Journal journal;
  private final Evaluations evaluations;
  private final Clock clock;

  JournalFilter(Journal journal, Evaluations evaluations, Clock clock) {
    this.journal = journal;
    this.evaluations = evaluations;
    this.clock = clock;
  }

  /** Before all others: what they refuse belongs to an evaluation too. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    request.setAttribute(
        STARTED, new Started(clock.instant().truncatedTo(ChronoUnit.MILLIS), System.nanoTime()));
    evaluations.begin(request);
  }

  @ResponseFilter
  void record(HttpRequest<?> request, @Nullable HttpResponse<?> response) {
    Started started = request.getAttribute(STARTED, Started.class).orElse(null);
    Evaluation evaluation = evaluations.of(request);
    List<Finding> findings = evaluation.findings();
    if (started == null || response == null || findings.isEmpty()) {
      return;
    }
    journal.add(new JournalEntry(
        evaluation.id(),
        started.at(),
        Duration.ofNanos(System.nanoTime() - started.nanos()),
        request.getMethodName(),
        Difference.shorten(request.getPath()),
        evaluation.clientId(),
        evaluation.parameters(),
        response.code(),
        response.getBody(Problem.class).orElse(null),
        findings));
  }

  /**
   * When a request came: by the server's clock, and by the one that durations are measured with.
   */
  private record Started(Instant at, long nanos) {}
}
