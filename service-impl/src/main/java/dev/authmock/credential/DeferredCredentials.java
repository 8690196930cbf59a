package dev.authmock.credential;

import static dev.authmock.check.CredentialCheck.ACCEPTANCE_TOKEN_KNOWN;
import static dev.authmock.check.CredentialCheck.ACCEPTANCE_TOKEN_NOT_EXPIRED;
import static dev.authmock.check.CredentialCheck.ACCEPTANCE_TOKEN_PRESENT;
import static dev.authmock.check.CredentialCheck.ACCEPTANCE_TOKEN_UNUSED;
import static dev.authmock.check.CredentialCheck.CREDENTIAL_READY;

import dev.authmock.check.BearerToken;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.grant.OpaqueTokens;
import dev.authmock.grant.Redemption;
import dev.authmock.grant.Redemption.Outcome;
import dev.authmock.grant.SingleUseStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Credentials that come some seconds after they were asked for.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-9">OpenID4VCI
 *     draft 11, section 9</a>
 */
@Singleton
class DeferredCredentials {
  private static final Duration DEFERRAL = Duration.ofSeconds(5);
  private static final Duration LIFETIME = Duration.ofDays(1);

  private final SingleUseStore<DeferredCredential> deferred;
  private final OpaqueTokens random;
  private final Clock clock;

  DeferredCredentials(
      SingleUseStore<DeferredCredential> deferred, OpaqueTokens random, Clock clock) {
    this.deferred = deferred;
    this.random = random;
    this.clock = clock;
  }

  /** Puts a credential off, and gives the acceptance_token for it. */
  String defer(AccessToken token, CredentialType type, String format, Evaluation evaluation) {
    Instant now = clock.instant();
    String acceptanceToken = random.next();
    DeferredCredential later = new DeferredCredential(
        token.id().flowId(), token.clientId(), token.subject(), type, format, now.plus(DEFERRAL));
    deferred.put(acceptanceToken, later, now.plus(LIFETIME));
    evaluation.noteAnswer("acceptance_token", Fingerprint.of(acceptanceToken));
    return acceptanceToken;
  }

  /** Takes the credential that the token is for; one that is not ready yet stays. */
  DeferredCredential take(BearerToken bearer, Evaluation evaluation) {
    String token = evaluation.requirePresent(
        ACCEPTANCE_TOKEN_PRESENT, bearer.value().orElse(null), "an acceptance_token");
    evaluation.note("acceptance_token", Fingerprint.of(token));
    Optional<DeferredCredential> live = deferred.peek(token);
    live.ifPresent(later -> {
      evaluation.noteFlow(later.flowId());
      evaluation.noteClient(later.clientId());
      evaluation.noteCredentialType(later.type().name());
    });
    evaluation.beforeDecision();
    if (live.isPresent()) {
      requireReady(live.get(), evaluation);
    }
    Redemption<DeferredCredential> redemption = deferred.redeem(token);
    evaluation.noteFlow(redemption.flowId());
    evaluation.require(
        ACCEPTANCE_TOKEN_KNOWN,
        !redemption.is(Outcome.UNKNOWN),
        () -> new Difference("an acceptance_token of this issuer", Fingerprint.of(token)));
    evaluation.require(
        ACCEPTANCE_TOKEN_UNUSED,
        !redemption.is(Outcome.ALREADY_USED),
        () -> new Difference("one that is still unused", "one that an earlier request took"));
    evaluation.require(
        ACCEPTANCE_TOKEN_NOT_EXPIRED,
        !redemption.is(Outcome.EXPIRED),
        () -> redemption.lateness("an acceptance_token"));
    return redemption.required();
  }

  private void requireReady(DeferredCredential live, Evaluation evaluation) {
    Instant now = clock.instant();
    evaluation.require(
        CREDENTIAL_READY,
        !now.isBefore(live.readyAt()),
        () -> new Difference("a request at " + live.readyAt() + " or later", "one at " + now));
  }
}
