package dev.authmock.control;

import dev.authmock.api.control.ClockApi;
import dev.authmock.api.control.model.ClockReading;
import dev.authmock.api.control.model.ClockSetting;
import dev.authmock.api.control.model.ClockStep;
import dev.authmock.journal.Evaluations;
import dev.authmock.server.MockClock;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Shows and sets the clock. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class ClockController implements ClockApi {
  private final MockClock clock;
  private final ClockService service;
  private final Evaluations evaluations;

  ClockController(MockClock clock, ClockService service, Evaluations evaluations) {
    this.clock = clock;
    this.service = service;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<ClockReading> readClock(HttpRequest<?> request) {
    return shows(clock.read());
  }

  @Override
  public HttpResponse<ClockReading> setClock(HttpRequest<?> request, ClockSetting setting) {
    return shows(service.set(setting.getNow(), evaluations.of(request)));
  }

  @Override
  public HttpResponse<ClockReading> advanceClock(HttpRequest<?> request, ClockStep step) {
    return shows(service.advance(step.getBy(), evaluations.of(request)));
  }

  @Override
  public HttpResponse<ClockReading> freezeClock(HttpRequest<?> request) {
    return shows(clock.freeze());
  }

  @Override
  public HttpResponse<ClockReading> resumeClock(HttpRequest<?> request) {
    return shows(clock.resume());
  }

  @Override
  public HttpResponse<ClockReading> resetClock(HttpRequest<?> request) {
    return shows(clock.useRealTime());
  }

  private static HttpResponse<ClockReading> shows(MockClock.Reading reading) {
    return HttpResponse.ok(new ClockReading()
        .now(reading.now())
        .frozen(reading.frozen())
        .realTime(reading.realTime()));
  }
}
