package dev.authmock.sdk;

import dev.authmock.sdk.control.api.ReportsApi;
import dev.authmock.sdk.control.model.Report;
import dev.authmock.sdk.control.model.ReportList;
import dev.authmock.sdk.control.model.ReportSummary;
import java.util.List;

/** What clients have shown of themselves, rule by rule. Immutable and thread-safe. */
public final class ReportControl {

  private final Calls calls;
  private final ReportsApi reports;

  ReportControl(Calls calls, Transport transport) {
    this.calls = calls;
    this.reports = new ReportsApi(transport);
  }

  /**
   * Every client that was seen since the last reset.
   *
   * @return the clients, the one seen last first
   */
  public List<ReportSummary> list() {
    return calls
        .answer(reports::listReportsWithHttpInfo, ReportList::getReports)
        .getReports();
  }

  /**
   * The conformance report of one client.
   *
   * @param client its {@code client_id} or DID
   * @return which rules it has passed, failed or never met, and which credentials it has got
   * @throws AuthMockException with status 404 if it was not seen since the last reset
   * @throws IllegalArgumentException if the client is blank
   */
  public Report read(String client) {
    PathSegment.require(client, "client");
    return calls.answer(() -> reports.readReportWithHttpInfo(client), Report::getClient);
  }

  /**
   * The generated operations on reports, for what has no method here.
   *
   * @return the operations, with the control token where one is set
   */
  public ReportsApi api() {
    return reports;
  }
}
