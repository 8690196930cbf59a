package dev.authmock.report;

import dev.authmock.api.control.model.ReportedEndpoint;
import dev.authmock.api.control.model.ReportedRule;
import dev.authmock.check.Check;
import dev.authmock.check.Checks;
import dev.authmock.server.Endpoint;
import dev.authmock.server.ServerUrls;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of an endpoint, and how a client has fared with them. */
final class ReportedRules {
  private final ServerUrls urls;

  ReportedRules(ServerUrls urls) {
    this.urls = urls;
  }

  ReportedEndpoint at(Endpoint endpoint, Map<Check, Tally> met) {
    List<Check> rules = EndpointRules.of(endpoint);
    // What a client has met is told, be it a rule of this endpoint or of any request.
    Stream<Check> others =
        Checks.all().stream().filter(check -> met.containsKey(check) && !rules.contains(check));
    int failed =
        (int) met.values().stream().filter(tally -> tally.failures() > 0).count();
    List<ReportedRule> reported = Stream.concat(rules.stream(), others)
        .map(check -> rule(check, met.get(check)))
        .toList();
    return new ReportedEndpoint()
        .endpoint(dev.authmock.api.control.model.Endpoint.fromValue(endpoint.id()))
        .passed(met.size() - failed)
        .failed(failed)
        .neverMet(reported.size() - met.size())
        .rules(reported);
  }

  private ReportedRule rule(Check check, @Nullable Tally tally) {
    ReportedRule rule = new ReportedRule()
        .id(check.id())
        .statement(check.statement())
        .outcome(ReportedRule.OutcomeEnum.NEVER_MET)
        .passes(0)
        .failures(0)
        .reference(check.reference().title())
        .referenceUrl(check.reference().url());
    if (tally == null) {
      return rule;
    }
    Moment pass = tally.lastPass();
    Moment failure = tally.lastFailure();
    return rule.outcome(
            tally.isBroken() ? ReportedRule.OutcomeEnum.FAILED : ReportedRule.OutcomeEnum.PASSED)
        .passes(tally.passes())
        .failures(tally.failures())
        .lastPassedAt(pass == null ? null : pass.at())
        .passedEntryUrl(pass == null ? null : urls.journalEntry(pass.entryId()))
        .lastFailedAt(failure == null ? null : failure.at())
        .failedEntryUrl(failure == null ? null : urls.journalEntry(failure.entryId()));
  }
}
