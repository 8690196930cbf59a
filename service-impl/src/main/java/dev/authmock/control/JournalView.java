package dev.authmock.control;

import dev.authmock.api.control.model.Flow;
import dev.authmock.api.control.model.JournalEntry;
import dev.authmock.api.control.model.RecordedCheck;
import dev.authmock.api.control.model.RecordedParameter;
import dev.authmock.api.control.model.Rule;
import dev.authmock.check.Check;
import dev.authmock.check.CredentialCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Finding;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** Shows a journal entry as the contract describes it. */
@Singleton
class JournalView {
  private static final double NANOS_PER_MILLI = 1_000_000.0;

  private final ServerUrls urls;

  JournalView(ServerUrls urls) {
    this.urls = urls;
  }

  JournalEntry of(dev.authmock.journal.JournalEntry entry) {
    // An error that goes to a redirect_uri is a refusal too.
    boolean refused = entry.status() >= 400 || entry.failedCheck().isPresent();
    String flow = entry.flowId();
    return new JournalEntry()
        .id(entry.id())
        .url(urls.journalEntry(entry.id()))
        .receivedAt(entry.receivedAt())
        .durationMs(entry.duration().toNanos() / NANOS_PER_MILLI)
        .method(entry.method())
        .path(entry.path())
        .flow(flow)
        .flowUrl(flow == null ? null : urls.flow(flow))
        .clientId(entry.clientId())
        .parameters(entry.parameters().entrySet().stream()
            .map(sent -> new RecordedParameter().name(sent.getKey()).value(sent.getValue()))
            .toList())
        .outcome(refused ? JournalEntry.OutcomeEnum.REFUSED : JournalEntry.OutcomeEnum.ACCEPTED)
        .status(entry.status())
        .failedCheck(entry.failedCheck().map(Check::id).orElse(null))
        .problem(entry.problem())
        .checks(entry.findings().stream().map(JournalView::of).toList());
  }

  /** The story of one flow. */
  Flow flow(String id, List<dev.authmock.journal.JournalEntry> oldestFirst) {
    // To come back too early for a deferred credential is no failure.
    boolean refused = oldestFirst.stream()
        .flatMap(entry -> entry.failedCheck().stream())
        .anyMatch(check -> check != CredentialCheck.CREDENTIAL_READY);
    return new Flow()
        .id(id)
        .url(urls.flow(id))
        .clientId(oldestFirst.stream()
            .map(dev.authmock.journal.JournalEntry::clientId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null))
        .outcome(refused ? Flow.OutcomeEnum.REFUSED : Flow.OutcomeEnum.ACCEPTED)
        .entries(oldestFirst.stream().map(this::of).toList());
  }

  private static RecordedCheck of(Finding finding) {
    Check check = finding.check();
    Difference difference = finding.difference();
    return new RecordedCheck()
        .id(check.id())
        .statement(check.statement())
        .outcome(
            finding.passed() ? RecordedCheck.OutcomeEnum.PASSED : RecordedCheck.OutcomeEnum.FAILED)
        .expected(difference == null ? null : difference.expected())
        .actual(difference == null ? null : difference.actual())
        .reference(check.reference().title())
        .referenceUrl(check.reference().url());
  }

  static Rule rule(Check check) {
    return new Rule()
        .id(check.id())
        .statement(check.statement())
        .error(check.error())
        .reference(check.reference().title())
        .referenceUrl(check.reference().url());
  }
}
