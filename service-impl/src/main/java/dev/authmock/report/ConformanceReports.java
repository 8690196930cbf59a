package dev.authmock.report;

import dev.authmock.api.control.model.Report;
import dev.authmock.api.control.model.ReportList;
import dev.authmock.api.control.model.ReportSummary;
import dev.authmock.api.control.model.ReportedTest;
import dev.authmock.check.Check;
import dev.authmock.server.Endpoint;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/** The reports as the contract describes them. */
@Singleton
public class ConformanceReports {
  private final Reports reports;
  private final ReportedRules rules;
  private final ServerUrls urls;
  private final Clock clock;

  ConformanceReports(Reports reports, ServerUrls urls, Clock clock) {
    this.reports = reports;
    this.rules = new ReportedRules(urls);
    this.urls = urls;
    this.clock = clock;
  }

  /** The clients that have a report, the one seen last first. */
  public ReportList all() {
    return new ReportList()
        .reports(
            reports.all().stream().map(client -> client.read(this::summary)).toList());
  }

  /** The report of a client, or else of the one that has proved this DID. */
  public Optional<Report> of(String clientOrDid) {
    return reports.find(clientOrDid).map(client -> client.read(this::report));
  }

  private ReportSummary summary(ClientRecord client) {
    return new ReportSummary()
        ._client(client.client())
        .url(urls.report(client.client()))
        .lastSeenAt(client.lastSeenAt())
        .passed(client.neverFailed())
        .failed(client.failed());
  }

  private Report report(ClientRecord client) {
    return new Report()
        ._client(client.client())
        .madeAt(clock.instant())
        .firstSeenAt(client.firstSeenAt())
        .lastSeenAt(client.lastSeenAt())
        .tests(client.tests().stream().map(this::test).toList())
        .endpoints(Arrays.stream(Endpoint.values())
            .map(endpoint -> rules.at(endpoint, client.at(endpoint)))
            .filter(endpoint -> !endpoint.getRules().isEmpty())
            .toList());
  }

  private ReportedTest test(WalletTest test) {
    Moment issued = test.issued();
    Moment refused = test.refused();
    ReportedTest reported = new ReportedTest().credentialType(test.type());
    if (issued != null) {
      return at(issued, reported.outcome(ReportedTest.OutcomeEnum.PASSED));
    }
    if (refused != null) {
      Check failed = test.failedCheck();
      return at(refused, reported.outcome(ReportedTest.OutcomeEnum.FAILED))
          .failedCheck(failed == null ? null : failed.id());
    }
    return reported.outcome(ReportedTest.OutcomeEnum.NOT_TRIED);
  }

  private ReportedTest at(Moment moment, ReportedTest test) {
    return test.at(moment.at()).entryUrl(urls.journalEntry(moment.entryId()));
  }
}
