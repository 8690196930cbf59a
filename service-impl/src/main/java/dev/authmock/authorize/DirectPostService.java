package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationCapabilities.ID_TOKEN;
import static dev.authmock.authorize.AuthorizationCapabilities.VP_TOKEN;

import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.grant.PendingAuthorization;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the wallet's answer for the client, who gets the code for it.
 *
 * <p>An answer that breaks a rule leaves the state alone: everything is looked at before the state
 * is taken.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-6.2">OpenID4VP,
 *     section 6.2</a>
 */
@Singleton
class DirectPostService {
  /** RFC 6749, section 4.1.2.1. */
  private static final Pattern ERROR = Pattern.compile("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]{1,200}");

  private final PendingAuthorizations pendings;
  private final IdTokenRules idTokens;
  private final VpTokenRules vpTokens;
  private final Redirects redirects;

  DirectPostService(
      PendingAuthorizations pendings,
      IdTokenRules idTokens,
      VpTokenRules vpTokens,
      Redirects redirects) {
    this.pendings = pendings;
    this.idTokens = idTokens;
    this.vpTokens = vpTokens;
    this.redirects = redirects;
  }

  /** Where the answer leads. */
  String answer(WalletAnswer answer, Evaluation evaluation) {
    answer.noteOn(evaluation);
    evaluation.pass(RequestCheck.PARAMETERS_ONCE);
    String state =
        evaluation.requirePresent(DirectPostCheck.STATE_PRESENT, answer.state(), "state");
    PendingAuthorization pending = pendings.look(state, evaluation);
    evaluation.beforeDecision();
    evaluation.require(
        DirectPostCheck.ONE_ANSWER,
        answer.answers() == 1,
        () -> new Difference("one of them", answer.answers() + " of them"));
    if (answer.error() != null) {
      return decline(state, answer.error(), answer.errorDescription(), pending, evaluation);
    }
    String did = did(answer, pending, evaluation);
    return redirects.withCode(pending, pendings.exchange(state, pending, did, evaluation));
  }

  private String did(WalletAnswer answer, PendingAuthorization pending, Evaluation evaluation) {
    String definition = pending.presentationDefinition();
    if (definition == null) {
      String idToken = requireAsked(ID_TOKEN, answer.idToken(), evaluation);
      return idTokens.require(idToken, pending, evaluation);
    }
    String vpToken = requireAsked(VP_TOKEN, answer.vpToken(), evaluation);
    PresentationSubmission submission = PresentationSubmission.require(
        answer.submission(), PresentationDefinitions.withId(definition), evaluation);
    return vpTokens.require(vpToken, submission, pending, evaluation);
  }

  private static String requireAsked(String asked, @Nullable String token, Evaluation evaluation) {
    if (token == null) {
      throw evaluation.refuse(
          DirectPostCheck.RESPONSE_TYPE, new Difference(asked, "the other kind of token"));
    }
    evaluation.pass(DirectPostCheck.RESPONSE_TYPE);
    return token;
  }

  /** The client is told what the wallet said, and the journal that it ended so. */
  private String decline(
      String state,
      String error,
      @Nullable String description,
      PendingAuthorization pending,
      Evaluation evaluation) {
    evaluation.require(
        DirectPostCheck.WALLET_ERROR,
        ERROR.matcher(error).matches(),
        () -> Difference.of("an error such as access_denied", error));
    pendings.end(state, evaluation);
    RefusedException declined =
        evaluation.refuse(DirectPostCheck.WALLET_AGREES, Difference.of("a token", error));
    return redirects.withErrorOfWallet(
        pending, error, description == null ? declined.description() : description, evaluation);
  }
}
