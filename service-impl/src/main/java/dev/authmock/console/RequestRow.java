package dev.authmock.console;

import dev.authmock.check.Check;
import dev.authmock.check.Finding;
import dev.authmock.control.FlowStep;
import dev.authmock.journal.JournalEntry;
import dev.authmock.server.Endpoint;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One request as a line of the list. */
public record RequestRow(JournalEntry entry) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The id of its entry. */
  public String id() {
    return entry.id();
  }

  /** When it came, to the second. */
  public String time() {
    return TIME.format(entry.receivedAt());
  }

  /** The day on which it came. */
  public String date() {
    return DATE.format(entry.receivedAt());
  }

  /** When it came, in full. */
  public String instant() {
    return entry.receivedAt().toString();
  }

  /** How it ended. */
  public FlowStep.Verdict verdict() {
    return FlowStep.Verdict.of(entry);
  }

  /** How it ended, in a word. */
  public String outcome() {
    return switch (verdict()) {
      case PASSED -> "accepted";
      case PENDING -> "too early";
      case FAILED -> "refused";
    };
  }

  /** What it was. */
  public String title() {
    return FlowStep.title(entry);
  }

  /** The answer's HTTP status. */
  public int status() {
    return entry.status();
  }

  /** The method and the path. */
  public String line() {
    return entry.method() + " " + entry.path();
  }

  /** The client, in full. */
  public @Nullable String client() {
    return entry.clientId();
  }

  /** The client, short enough for a line. */
  public String shortClient() {
    return Shortened.middle(entry.clientId());
  }

  /** The type of credential that it is on the way to. */
  public @Nullable String credentialType() {
    return entry.credentialType();
  }

  /** The flow that it belongs to. */
  public @Nullable String flow() {
    return entry.flowId();
  }

  /** Whether a credential was asked for, and not refused. */
  boolean isCredential() {
    return !entry.isRefused()
        && entry
            .endpoint()
            .filter(endpoint ->
                endpoint == Endpoint.CREDENTIAL || endpoint == Endpoint.DEFERRED_CREDENTIAL)
            .isPresent();
  }

  /** The rule that it broke. */
  public @Nullable Check failedCheck() {
    return entry.failedCheck().orElse(null);
  }

  /** How it broke that rule. */
  public @Nullable Finding broken() {
    return entry.findings().stream()
        .filter(finding -> !finding.passed())
        .findFirst()
        .orElse(null);
  }

  /** The faults that were injected into its answer. */
  public List<String> faults() {
    return entry.faults();
  }
}
