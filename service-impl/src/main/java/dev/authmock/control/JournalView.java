package dev.authmock.control;

import dev.authmock.api.control.model.Endpoint;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows a journal entry as the contract describes it. */
@Singleton
class JournalView {
  private static final double NANOS_PER_MILLI = 1_000_000.0;

  private final ServerUrls urls;

  JournalView(ServerUrls urls) {
    this.urls = urls;
  }

  JournalEntry of(dev.authmock.journal.JournalEntry entry) {
    String flow = entry.flowId();
    return new JournalEntry()
        .id(entry.id())
        .url(urls.journalEntry(entry.id()))
        .receivedAt(entry.receivedAt())
        .durationMs(milliseconds(entry.duration()))
        .method(entry.method())
        .path(entry.path())
        .flow(flow)
        .flowUrl(flow == null ? null : urls.flow(flow))
        .clientId(entry.clientId())
        .endpoint(entry.endpoint().map(known -> Endpoint.fromValue(known.id())).orElse(null))
        .credentialType(entry.credentialType())
        .parameters(members(entry.parameters()))
        .jwts(JwtView.received(entry.jwts(), entry.findings()))
        .answer(members(entry.answer()))
        .answerJwts(JwtView.answered(entry.answerJwts()))
        .faults(entry.faults())
        .outcome(
            entry.isRefused()
                ? JournalEntry.OutcomeEnum.REFUSED
                : JournalEntry.OutcomeEnum.ACCEPTED)
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
        .clientId(first(oldestFirst, dev.authmock.journal.JournalEntry::clientId))
        .credentialType(first(oldestFirst, dev.authmock.journal.JournalEntry::credentialType))
        .outcome(refused ? Flow.OutcomeEnum.REFUSED : Flow.OutcomeEnum.ACCEPTED)
        .entries(oldestFirst.stream().map(this::of).toList());
  }

  private static @Nullable String first(
      List<dev.authmock.journal.JournalEntry> entries,
      Function<dev.authmock.journal.JournalEntry, @Nullable String> of) {
    for (dev.authmock.journal.JournalEntry entry : entries) {
      String value = of.apply(entry);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  static double milliseconds(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLI;
  }

  static List<RecordedParameter> members(Map<String, String> shown) {
    return shown.entrySet().stream()
        .map(member -> new RecordedParameter().name(member.getKey()).value(member.getValue()))
        .toList();
  }

  static RecordedCheck of(Finding finding) {
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
