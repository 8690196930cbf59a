package dev.authmock.journal;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Gives each request its evaluation, and the journal each evaluation in which a rule was tried. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class JournalFilter implements Ordered {
  private final Recorder recorder;
  private final Evaluations evaluations;

  JournalFilter(Recorder recorder, Evaluations evaluations) {
    this.recorder = recorder;
    this.evaluations = evaluations;
  }

  /** Before all others: what they refuse belongs to an evaluation too. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    recorder.begin(request);
    evaluations.begin(request);
  }

  @ResponseFilter
  void record(HttpRequest<?> request, @Nullable HttpResponse<?> response) {
    if (response != null && recorder.hasBegun(request)) {
      recorder.record(request, response, evaluations.of(request));
    }
  }
}
