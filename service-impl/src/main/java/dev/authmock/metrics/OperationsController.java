package dev.authmock.metrics;

import dev.authmock.api.control.OperationsApi;
import dev.authmock.api.control.model.Health;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Answers those who keep the mock running. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class OperationsController implements OperationsApi {
  private static final MediaType TEXT_FORMAT = MediaType.of(Metrics.TEXT_FORMAT);

  private final HealthService health;
  private final BeanProvider<Metrics> metrics;

  OperationsController(HealthService health, BeanProvider<Metrics> metrics) {
    this.health = health;
    this.metrics = metrics;
  }

  @Override
  public HttpResponse<Health> readHealth(HttpRequest<?> request) {
    Health found = health.look();
    HttpStatus status =
        found.getStatus() == Health.StatusEnum.UP ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
    return HttpResponse.<Health>status(status)
        .body(found)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Override
  public HttpResponse<String> readMetrics(HttpRequest<?> request) {
    return HttpResponse.ok(metrics.get().text()).contentType(TEXT_FORMAT);
  }
}
