package dev.authmock.control;

import dev.authmock.api.control.model.JournalEntry;
import dev.authmock.api.control.model.RecordedCheck;
import dev.authmock.check.CredentialCheck;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One step of a wallet's way from an offer to a credential, in words.
 *
 * @param title its name
 * @param told what it is for, in a sentence
 * @param verdict how it ended
 * @param kept how many rules it kept
 */
public record FlowStep(String title, String told, Verdict verdict, long kept) {

  /** How a step ended; the marks and the names of the style follow it. */
  public enum Verdict {
    /** It kept all rules. */
    PASSED("✓"),
    /** It came too early, and is to come again. */
    PENDING("…"),
    /** It broke a rule. */
    FAILED("✗");

    private final String mark;

    Verdict(String mark) {
      this.mark = mark;
    }

    /** The sign of it. */
    public String mark() {
      return mark;
    }

    /** Its class in the style of the page. */
    public String style() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** How a request ended. */
    public static Verdict of(dev.authmock.journal.JournalEntry entry) {
      if (!entry.isRefused()) {
        return PASSED;
      }
      boolean tooEarly =
          entry.failedCheck().filter(CredentialCheck.CREDENTIAL_READY::equals).isPresent();
      return tooEarly ? PENDING : FAILED;
    }

    private static Verdict of(JournalEntry entry) {
      if (entry.getOutcome() == JournalEntry.OutcomeEnum.ACCEPTED) {
        return PASSED;
      }
      return CredentialCheck.CREDENTIAL_READY.id().equals(entry.getFailedCheck())
          ? PENDING
          : FAILED;
    }
  }

  /** The step that a request was. */
  public static FlowStep of(JournalEntry entry) {
    String path = entry.getPath();
    Verdict verdict = Verdict.of(entry);
    long kept = entry.getChecks().stream()
        .filter(check -> check.getOutcome() == RecordedCheck.OutcomeEnum.PASSED)
        .count();
    return known(path)
        .map(known -> new FlowStep(known.title, known.told, verdict, kept))
        .orElseGet(() -> new FlowStep(entry.getMethod() + " " + path, "A request.", verdict, kept));
  }

  /** The name of the step that a request was. */
  public static String title(dev.authmock.journal.JournalEntry entry) {
    return known(entry.path())
        .map(known -> known.title)
        .orElseGet(() -> entry.method() + " " + entry.path());
  }

  private static Optional<Known> known(String path) {
    return Arrays.stream(Known.values())
        .filter(known -> path.contains(known.part))
        .findFirst();
  }

  /** The steps, those whose path begins like another's first. */
  private enum Known {
    OFFER(
        "/issuer-mock/initiate-credential-offer",
        "Offer",
        "A tester or the wallet asks the issuer for a credential offer."),
    OFFER_STARTED("/console/offers", "Offer", "A tester has the issuer make a credential offer."),
    OFFER_READ("/issuer-mock/offers/", "Offer read", "The wallet reads what the offer is about."),
    AUTHORIZE(
        "/auth-mock/authorize",
        "Authorization request",
        "The client asks for a code; the answer is a request to the wallet, to show who it is."),
    REQUEST_OBJECT(
        "/auth-mock/request_uri/",
        "Request to the wallet read",
        "The wallet reads what it is asked to show."),
    DIRECT_POST(
        "/auth-mock/direct_post",
        "The wallet's answer",
        "The wallet shows who it is, with an ID token or a presentation, and gets the code."),
    TOKEN("/auth-mock/token", "Token request", "The client redeems the code for tokens."),
    DEFERRED(
        "/issuer-mock/credential_deferred",
        "Deferred credential request",
        "The wallet comes back for a credential that was deferred."),
    CREDENTIAL(
        "/issuer-mock/credential",
        "Credential request",
        "The wallet uses its access token and proves that it has its key."),
    REGISTRATION(
        "/auth-mock/register",
        "Client registration",
        "A service wallet registers its keys and redirect URIs, or manages its registration."),
    MINTED_PRE_AUTHORIZED(
        "/mock/pre-authorized-codes", "Pre-authorized code minted", "A tester has a code made."),
    MINTED("/mock/authorization-codes", "Authorization code minted", "A tester has a code made.");

    private final String part;
    private final String title;
    private final String told;

    Known(String part, String title, String told) {
      this.part = part;
      this.title = title;
      this.told = told;
    }
  }
}
