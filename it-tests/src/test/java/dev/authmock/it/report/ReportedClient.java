package dev.authmock.it.report;

import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.Report;
import dev.authmock.sdk.control.model.ReportedEndpoint;
import dev.authmock.sdk.control.model.ReportedRule;
import dev.authmock.sdk.control.model.ReportedTest;

/** Finds its way in a report. */
record ReportedClient(Report report) {

  ReportedEndpoint endpoint(Endpoint endpoint) {
    return report.getEndpoints().stream()
        .filter(reported -> reported.getEndpoint() == endpoint)
        .findFirst()
        .orElseThrow();
  }

  ReportedRule rule(Endpoint endpoint, String id) {
    return endpoint(endpoint).getRules().stream()
        .filter(rule -> rule.getId().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule " + id + " at " + endpoint));
  }

  ReportedTest test(String type) {
    return report.getTests().stream()
        .filter(test -> test.getCredentialType().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
