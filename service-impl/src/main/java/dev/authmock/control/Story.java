package dev.authmock.control;

import dev.authmock.api.control.model.JournalEntry;
import dev.authmock.api.control.model.RecordedCheck;
import dev.authmock.api.control.model.RecordedJwt;
import dev.authmock.api.control.model.RecordedJwtMember;
import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the pages that tell the story of a request say in their own words. */
public final class Story {
  private static final Set<String> TIMES = Set.of("exp", "iat", "nbf", "auth_time");
  private static final int SHOWN_AT_ONCE = 2;

  private Story() {}

  /** The rule that was broken, if one was. */
  public static Optional<RecordedCheck> broken(JournalEntry entry) {
    return entry.getChecks().stream().filter(check -> check.getActual() != null).findFirst();
  }

  /** How the request ended, in a word. */
  public static String outcome(JournalEntry entry) {
    return entry.getOutcome() == JournalEntry.OutcomeEnum.REFUSED ? "Refused" : "Accepted";
  }

  /** The status of the answer with its name. */
  public static String status(JournalEntry entry) {
    int code = entry.getStatus();
    String reason = code == HttpStatus.OK.getCode() ? "OK" : HttpStatus.getDefaultReason(code);
    return code + " " + reason;
  }

  /** How long the request took. */
  public static String took(JournalEntry entry) {
    return String.format(Locale.ROOT, "%.2f ms", entry.getDurationMs());
  }

  /** Where the client's conformance report is. */
  public static String report(String clientId) {
    return ServerUrls.reportPath(clientId);
  }

  /** The members of one part of a JWT. */
  public static List<RecordedJwtMember> members(RecordedJwt jwt, RecordedJwtMember.PartEnum part) {
    return jwt.getMembers().stream().filter(member -> member.getPart() == part).toList();
  }

  /** Whether a JWT has a member that broke a rule. */
  public static boolean isBroken(RecordedJwt jwt) {
    return jwt.getMembers().stream().anyMatch(Story::isBroken);
  }

  /** Whether a member broke a rule. */
  public static boolean isBroken(RecordedJwtMember member) {
    return member.getOutcome() == RecordedJwtMember.OutcomeEnum.FAILED;
  }

  /** How many members of a JWT kept a rule. */
  public static long kept(RecordedJwt jwt) {
    return jwt.getMembers().stream()
        .filter(member -> member.getOutcome() == RecordedJwtMember.OutcomeEnum.PASSED)
        .count();
  }

  /** Whether a JWT is shown at once: the one that broke a rule, or where none did, up to two. */
  public static boolean isOpen(List<RecordedJwt> all, RecordedJwt jwt) {
    return all.stream().anyMatch(Story::isBroken) ? isBroken(jwt) : all.size() <= SHOWN_AT_ONCE;
  }

  /** Where a rule stands among all others. */
  public static String rule(String checkId) {
    return "/docs/checks#" + checkId;
  }

  /** A time that is given in seconds, as people read it; nothing of anything else. */
  public static String time(RecordedJwtMember member) {
    String name = member.getName();
    if (!TIMES.contains(name)) {
      return "";
    }
    try {
      return Instant.ofEpochSecond(Long.parseLong(member.getValue())).toString();
    } catch (NumberFormatException | DateTimeException e) {
      return "";
    }
  }
}
