package dev.authmock.console;

import dev.authmock.api.control.model.Fault;
import dev.authmock.api.control.model.FaultKind;
import dev.authmock.api.control.model.RequestMatch;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The kinds of fault, in words. */
public final class FaultKinds {
  private FaultKinds() {}

  /** The name of a kind. */
  public static String title(FaultKind kind) {
    return switch (kind) {
      case PROBLEM -> "Problem";
      case DELAY -> "Delay";
      case CUT_OFF -> "Cut off";
      case BROKEN_SIGNATURE -> "Broken signature";
      case WRONG_KID -> "Wrong kid";
      case EXPIRED_TOKEN -> "Expired token";
      case WRONG_C_NONCE -> "Wrong c_nonce";
      case SHORT_EXPIRES_IN -> "Short expires_in";
      case EXTRA_MEMBERS -> "Extra members";
      case MISSING_MEMBERS -> "Missing members";
    };
  }

  /** What a kind does. */
  public static String told(FaultKind kind) {
    return switch (kind) {
      case PROBLEM -> "The answer is a problem, before anything is redeemed.";
      case DELAY -> "The answer comes late, by real time.";
      case CUT_OFF -> "The connection closes in the middle of the body.";
      case BROKEN_SIGNATURE -> "The JWTs in the answer do not verify.";
      case WRONG_KID -> "The kid of the JWTs in the answer is that of no published key.";
      case EXPIRED_TOKEN -> "The exp of the JWTs in the answer is an hour past.";
      case WRONG_C_NONCE -> "The c_nonce in the answer is one that is not accepted afterwards.";
      case SHORT_EXPIRES_IN -> "The expires_in of the answer says another time than the token.";
      case EXTRA_MEMBERS -> "The answer has more members, or other values of those that it has.";
      case MISSING_MEMBERS -> "The answer lacks members.";
    };
  }

  /** What a fault does. */
  public static String told(Fault fault) {
    return switch (fault.getKind()) {
      case PROBLEM ->
        "The answer is a problem: "
            + (fault.getProblem() == null ? "" : fault.getProblem().getValue());
      case DELAY -> "The answer comes " + fault.getDelayMs() + " ms late";
      case SHORT_EXPIRES_IN -> "expires_in is " + fault.getExpiresIn();
      case EXTRA_MEMBERS ->
        "Extra members: " + String.join(", ", fault.getMembers().keySet());
      case MISSING_MEMBERS -> "Missing members: " + String.join(", ", fault.getMissing());
      default ->
        title(fault.getKind())
            + (fault.getToken() == null ? "" : " of the " + fault.getToken().getValue());
    };
  }

  /** Which requests a fault is for. */
  public static String match(Fault fault) {
    RequestMatch match = fault.getMatch();
    StringJoiner words = new StringJoiner(", ");
    if (match.getEndpoint() != null) {
      words.add(match.getEndpoint().getValue());
    }
    add(words, match.getGrantType());
    add(words, Shortened.middle(match.getClientId()));
    return words.length() == 0 ? "all" : words.toString();
  }

  private static void add(StringJoiner words, @Nullable String word) {
    if (word != null && !word.isEmpty()) {
      words.add(word);
    }
  }
}
