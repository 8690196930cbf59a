package dev.authmock.console;

import dev.authmock.report.ConformanceReports;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;

/** Leads to the conformance reports. */
@Controller("/console/reports")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportsPageController {
  private final ConformanceReports reports;
  private final Frames frames;

  ReportsPageController(ConformanceReports reports, Frames frames) {
    this.reports = reports;
    this.frames = frames;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> list(HttpRequest<?> request) {
    return frames.page(
        request, "console/reports.jte", Map.of("reports", reports.all().getReports()));
  }
}
