package dev.authmock.console;

import dev.authmock.check.Finding;
import dev.authmock.control.FlowStep.Verdict;
import dev.authmock.credential.CredentialType;
import dev.authmock.journal.JournalEntry;
import dev.authmock.server.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a wallet is on its way from an offer to a credential.
 *
 * @param flow the flow
 * @param done the requests that came, oldest first
 * @param ahead the steps that are still to come, where it is known what was offered
 * @param isOver whether the offer ended before its steps were done
 */
public record Progress(String flow, List<RequestRow> done, List<String> ahead, boolean isOver) {

  static Progress of(
      String flow,
      List<JournalEntry> oldestFirst,
      @Nullable CredentialType type,
      boolean isPastLifetime) {
    List<String> ahead = new ArrayList<>();
    boolean needsOffer = false;
    if (type != null) {
      for (Step step : Step.values()) {
        boolean isDone = oldestFirst.stream()
            .anyMatch(entry -> !entry.isRefused()
                && entry.endpoint().filter(step.endpoint::equals).isPresent());
        if (step.belongsTo(type) && !isDone) {
          ahead.add(step.title);
          needsOffer |= step.needsOffer();
        }
      }
    }
    return new Progress(
        flow,
        oldestFirst.stream().map(RequestRow::new).toList(),
        ahead,
        isPastLifetime && needsOffer);
  }

  private boolean hasCredential() {
    return ahead.isEmpty() && done.stream().anyMatch(RequestRow::isCredential);
  }

  /** The last request that came. */
  private Optional<RequestRow> last() {
    return done.isEmpty() ? Optional.empty() : Optional.of(done.get(done.size() - 1));
  }

  /** How it stands, for the colour. */
  public String style() {
    if (hasCredential()) {
      return "passed";
    }
    if (isOver) {
      return "failed";
    }
    Verdict verdict = last().map(RequestRow::verdict).orElse(Verdict.PENDING);
    return verdict == Verdict.PASSED ? "pending" : verdict.style();
  }

  /** How it stands, in a sentence. */
  public String state() {
    RequestRow last = last().orElse(null);
    if (last == null) {
      return "Nothing of this attempt is kept any more.";
    }
    Finding broken = last.broken();
    if (hasCredential()) {
      return last.verdict() == Verdict.FAILED
          ? "The wallet has its credential. What came later was refused."
          : "The wallet has its credential.";
    }
    if (broken != null && last.verdict() == Verdict.FAILED) {
      return last.title() + " refused: " + broken.check().statement();
    }
    if (isOver) {
      return "The offer is past its lifetime. The wallet did not get to: " + ahead.get(0) + ".";
    }
    if (ahead.isEmpty()) {
      return "The last request that came was accepted.";
    }
    return "So far, so good. Next: " + ahead.get(0) + ".";
  }

  /** The steps of a wallet after the offer was made, in their order. */
  private enum Step {
    OFFER_READ(Endpoint.CREDENTIAL_OFFER, "Offer read"),
    AUTHORIZE(Endpoint.AUTHORIZE, "Authorization request"),
    DIRECT_POST(Endpoint.DIRECT_POST, "The wallet's answer"),
    TOKEN(Endpoint.TOKEN, "Token request"),
    CREDENTIAL(Endpoint.CREDENTIAL, "Credential request"),
    DEFERRED(Endpoint.DEFERRED_CREDENTIAL, "Deferred credential request");

    private final Endpoint endpoint;
    private final String title;

    Step(Endpoint endpoint, String title) {
      this.endpoint = endpoint;
      this.title = title;
    }

    /** Whether what it needs has the lifetime of the offer, about. */
    private boolean needsOffer() {
      return this != CREDENTIAL && this != DEFERRED;
    }

    private boolean belongsTo(CredentialType type) {
      return switch (this) {
        case AUTHORIZE, DIRECT_POST -> !type.offer().isPreAuthorised();
        case DEFERRED -> type.isDeferred();
        default -> true;
      };
    }
  }
}
