package dev.authmock.control;

import dev.authmock.api.control.ReportsApi;
import dev.authmock.api.control.model.Report;
import dev.authmock.api.control.model.ReportList;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.report.ConformanceReports;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Shows what each client has shown of itself. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportsController implements ReportsApi {
  private final ConformanceReports reports;
  private final Pages pages;

  ReportsController(ConformanceReports reports, Pages pages) {
    this.reports = reports;
    this.pages = pages;
  }

  @Override
  public HttpResponse<ReportList> listReports(HttpRequest<?> request) {
    return HttpResponse.ok(reports.all());
  }

  @Override
  public HttpResponse<?> readReport(HttpRequest<?> request, String client) {
    Report report = reports
        .of(client)
        .orElseThrow(() -> new RefusedException(
            ControlCheck.REPORT_CLIENT, Difference.of("a client that was seen", client)));
    return pages.answer(request, report, "report.jte");
  }
}
