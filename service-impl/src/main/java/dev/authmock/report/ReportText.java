package dev.authmock.report;

import dev.authmock.api.control.model.Report;
import dev.authmock.api.control.model.ReportedEndpoint;
import dev.authmock.api.control.model.ReportedRule;
import dev.authmock.api.control.model.ReportedTest;
import dev.authmock.server.Endpoint;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** The words of the report's page. */
public final class ReportText {
  /** Enough to tell one entry from another on paper. */
  private static final int ENTRY_LENGTH = 8;

  private ReportText() {}

  /** How the tests went, in one line. */
  public static String tests(Report report) {
    return "%d passed, %d failed, %d not tried"
        .formatted(
            tests(report, ReportedTest.OutcomeEnum.PASSED),
            tests(report, ReportedTest.OutcomeEnum.FAILED),
            tests(report, ReportedTest.OutcomeEnum.NOT_TRIED));
  }

  /** How the rules went, in one line. */
  public static String rules(Report report) {
    return "%d always kept, %d ever broken, %d never met"
        .formatted(
            sum(report, ReportedEndpoint::getPassed),
            sum(report, ReportedEndpoint::getFailed),
            sum(report, ReportedEndpoint::getNeverMet));
  }

  /** The name of an endpoint, for people. */
  public static String name(ReportedEndpoint endpoint) {
    return switch (Endpoint.byId(endpoint.getEndpoint().getValue()).orElseThrow()) {
      case AUTHORIZE -> "Authorization endpoint";
      case REQUEST_OBJECT -> "Request to the wallet";
      case DIRECT_POST -> "Answer of the wallet";
      case TOKEN -> "Token endpoint";
      case INITIATE_OFFER -> "Request for an offer";
      case CREDENTIAL_OFFER -> "Credential offer";
      case CREDENTIAL -> "Credential endpoint";
      case DEFERRED_CREDENTIAL -> "Deferred credential endpoint";
      case REGISTRATION -> "Registration endpoint";
      case SERVER_METADATA -> "Metadata of the authorization server";
      case JWKS -> "Keys of the authorization server";
      case ISSUER_METADATA -> "Metadata of the credential issuer";
      case ISSUER_JWKS -> "Keys of the credential issuer";
    };
  }

  /** The rules of an endpoint with that outcome, those that were ever broken first. */
  public static List<ReportedRule> rules(
      ReportedEndpoint endpoint, ReportedRule.OutcomeEnum outcome) {
    return endpoint.getRules().stream()
        .filter(rule -> rule.getOutcome() == outcome)
        .sorted(Comparator.comparing(rule -> rule.getFailures() == 0))
        .toList();
  }

  /** How a test went, in a word and a sign. */
  public static String mark(ReportedTest test) {
    return switch (test.getOutcome()) {
      case PASSED -> "✓ passed";
      case FAILED -> "✗ failed";
      case NOT_TRIED -> "– not tried";
    };
  }

  /** How a rule went, as a sign and a word. */
  public static String mark(ReportedRule rule) {
    return switch (rule.getOutcome()) {
      case PASSED -> "✓ kept";
      case FAILED -> "✗ broken";
      case NEVER_MET -> "–";
    };
  }

  /** How many requests. */
  public static String requests(int count) {
    return count == 1 ? "1 request" : count + " requests";
  }

  /** The beginning of a journal entry's id. */
  public static String entry(String url) {
    String id = url.substring(url.lastIndexOf("/") + 1);
    return id.substring(0, Math.min(ENTRY_LENGTH, id.length()));
  }

  private static long tests(Report report, ReportedTest.OutcomeEnum outcome) {
    return report.getTests().stream()
        .filter(test -> test.getOutcome() == outcome)
        .count();
  }

  private static int sum(Report report, ToIntFunction<ReportedEndpoint> count) {
    return report.getEndpoints().stream().mapToInt(count).sum();
  }
}
