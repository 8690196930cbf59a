package dev.authmock.journal;

import dev.authmock.api.conformance.model.Problem;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** Writes requests into the journal: those on which a rule was tried, or a fault injected. */
@Singleton
class Recorder {
  private static final String STARTED = "dev.authmock.started";
  private static final String PROBLEM = "dev.authmock.problem";

  private final Journal journal;
  private final FlowMemory flows;
  private final Collection<JournalListener> listeners;
  private final Clock clock;

  Recorder(Journal journal, FlowMemory flows, Collection<JournalListener> listeners, Clock clock) {
    this.journal = journal;
    this.flows = flows;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Notes when the request came. */
  void begin(HttpRequest<?> request) {
    request.setAttribute(STARTED, now());
  }

  /** Whether the request came by {@link #begin}; what is no readable HTTP does not. */
  boolean hasBegun(HttpRequest<?> request) {
    return request.getAttribute(STARTED).isPresent();
  }

  /** Notes the problem that the request ends in, in whatever shape it leaves. */
  void refused(HttpRequest<?> request, Problem problem) {
    request.setAttribute(PROBLEM, problem);
  }

  /** Writes the entry of a request that has its answer. */
  void record(HttpRequest<?> request, HttpResponse<?> response, Evaluation evaluation) {
    if (!evaluation.hasSomethingToTell()) {
      listeners.forEach(listener -> listener.answered(request.getPath(), response.code()));
      return;
    }
    Started started =
        request.getAttribute(STARTED).orElse(null) instanceof Started noted ? noted : now();
    if (started.resets() != journal.resets()) {
      // What it did is forgotten; so is that it came.
      return;
    }
    FlowMemory.Flow flow = flows.learn(evaluation);
    JournalEntry entry = new JournalEntry(
        evaluation.id(),
        started.at(),
        Duration.ofNanos(System.nanoTime() - started.nanos()),
        request.getMethodName(),
        Difference.shorten(ServerUrls.withoutSecrets(request.getPath())),
        evaluation.flowId(),
        flow.clientId(),
        flow.credentialType(),
        evaluation.parameters(),
        evaluation.jwts(),
        evaluation.answer(),
        evaluation.answerJwts(),
        evaluation.faults(),
        response.code(),
        request.getAttribute(PROBLEM).orElse(null) instanceof Problem problem ? problem : null,
        evaluation.findings());
    journal.add(entry);
    listeners.forEach(listener -> listener.added(entry));
  }

  private Started now() {
    return new Started(
        clock.instant().truncatedTo(ChronoUnit.MILLIS), System.nanoTime(), journal.resets());
  }

  /** When a request came: by the server's clock, and by the one that durations are measured with. */
  private record Started(Instant at, long nanos, int resets) {}
}
