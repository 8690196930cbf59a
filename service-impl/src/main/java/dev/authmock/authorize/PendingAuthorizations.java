package dev.authmock.authorize;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.RefusedException;
import dev.authmock.grant.AuthorizationCode;
import dev.authmock.grant.OpaqueTokens;
import dev.authmock.grant.PendingAuthorization;
import dev.authmock.grant.Redemption;
import dev.authmock.grant.Redemption.Outcome;
import dev.authmock.grant.SingleUseStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The requests that wait for their wallet, each ended by one answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
@Singleton
class PendingAuthorizations {
  /** For how long a code can be redeemed, in seconds. */
  private static final int CODE_LIFETIME_SECONDS = 300;

  private static final List<Check> OF_STATE = List.of(
      DirectPostCheck.STATE_KNOWN, DirectPostCheck.STATE_UNUSED, DirectPostCheck.STATE_NOT_EXPIRED);

  private final SingleUseStore<PendingAuthorization> pendings;
  private final SingleUseStore<AuthorizationCode> codes;
  private final WalletRequests requests;
  private final OpaqueTokens random;
  private final Clock clock;

  PendingAuthorizations(
      SingleUseStore<PendingAuthorization> pendings,
      SingleUseStore<AuthorizationCode> codes,
      WalletRequests requests,
      OpaqueTokens random,
      Clock clock) {
    this.pendings = pendings;
    this.codes = codes;
    this.requests = requests;
    this.random = random;
    this.clock = clock;
  }

  /** The request with that state, which stays where it is. */
  PendingAuthorization look(String state, Evaluation evaluation) {
    Optional<PendingAuthorization> live = pendings.peek(state);
    if (live.isEmpty()) {
      // Of what can't be redeemed, an attempt at it tells why.
      return requireRedeemed(state, pendings.redeem(state), evaluation);
    }
    evaluation.noteFlow(live.get().flowId());
    evaluation.noteClient(live.get().clientId());
    OF_STATE.forEach(evaluation::pass);
    return live.get();
  }

  /** Ends the request without a code. */
  void end(String state, Evaluation evaluation) {
    Redemption<PendingAuthorization> redemption = pendings.redeem(state);
    PendingAuthorization pending = redemption.is(Outcome.REDEEMED)
        ? redemption.required()
        : requireRedeemed(state, redemption, evaluation);
    forget(pending.requestId());
  }

  /** What was decided stays so, whether or not the request object goes at once. */
  private void forget(@Nullable String requestId) {
    try {
      requests.forget(requestId);
    } catch (RefusedException later) {
      // It goes when its time is up.
    }
  }

  /** Ends the request with a code for whoever was proven; of several answers, one gets there. */
  String exchange(
      String state, PendingAuthorization pending, String subject, Evaluation evaluation) {
    String code = random.next();
    // Stored first, so that for want of room no state is lost; nobody knows the code yet.
    codes.put(code, bound(pending, subject), clock.instant().plusSeconds(CODE_LIFETIME_SECONDS));
    try {
      end(state, evaluation);
    } catch (RefusedException e) {
      codes.redeem(code);
      throw e;
    }
    return code;
  }

  private static AuthorizationCode bound(PendingAuthorization pending, String subject) {
    return new AuthorizationCode(
        pending.flowId(),
        pending.clientId(),
        subject,
        pending.redirectUri(),
        pending.codeChallenge(),
        pending.clientNonce(),
        pending.authorizationDetails());
  }

  private static PendingAuthorization requireRedeemed(
      String state, Redemption<PendingAuthorization> redemption, Evaluation evaluation) {
    evaluation.noteFlow(redemption.flowId());
    evaluation.require(
        DirectPostCheck.STATE_KNOWN,
        !redemption.is(Outcome.UNKNOWN),
        () -> new Difference("a state that this server sent", Fingerprint.of(state)));
    evaluation.require(
        DirectPostCheck.STATE_UNUSED,
        !redemption.is(Outcome.ALREADY_USED),
        () -> new Difference("a state that waits for its answer", "one that was answered"));
    evaluation.require(
        DirectPostCheck.STATE_NOT_EXPIRED,
        !redemption.is(Outcome.EXPIRED),
        () -> redemption.lateness("a state"));
    return redemption.required();
  }
}
