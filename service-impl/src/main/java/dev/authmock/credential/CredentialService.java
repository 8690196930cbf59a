package dev.authmock.credential;

import dev.authmock.api.conformance.model.CredentialRequest;
import dev.authmock.api.conformance.model.CredentialResponse;
import dev.authmock.api.conformance.model.ProofOfPossession;
import dev.authmock.check.BearerToken;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.OfferedNonce;
import dev.authmock.check.RefusedException;
import dev.authmock.grant.CredentialNonces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides on credential requests.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7">OpenID4VCI
 *     draft 11, section 7</a>
 */
@Singleton
class CredentialService {
  private final ProofRules proofs;
  private final CredentialNonces nonces;
  private final CredentialIssuer issuer;
  private final DeferredCredentials deferred;
  private final Clock clock;

  CredentialService(
      ProofRules proofs,
      CredentialNonces nonces,
      CredentialIssuer issuer,
      DeferredCredentials deferred,
      Clock clock) {
    this.proofs = proofs;
    this.nonces = nonces;
    this.issuer = issuer;
    this.deferred = deferred;
    this.clock = clock;
  }

  /** The credential, or, of a deferred type, the promise of it. */
  CredentialResponse issue(CredentialRequest request, AccessToken token, Evaluation evaluation) {
    note(request, evaluation);
    evaluation.beforeDecision();
    String format = request.getFormat();
    CredentialType type =
        RequestedCredential.require(format, request.getTypes(), token, evaluation);
    evaluation.noteCredentialType(type.name());
    requireProof(request.getProof(), token, evaluation);
    // The old c_nonce is gone; should anything still fail, the wallet gets the next all the same.
    OfferedNonce fresh =
        offered(nonces.fresh(token.id().value(), token.firstNonce(), token.expiresAt()), token);
    evaluation.offerNonce(fresh);
    CredentialResponse response = type.isDeferred()
        ? new CredentialResponse().acceptanceToken(deferred.defer(token, type, format, evaluation))
        : new CredentialResponse()._format(format).credential(issuer.issue(type, token.subject()));
    return response.cNonce(fresh.value()).cNonceExpiresIn(fresh.expiresIn());
  }

  /** The credential that was deferred, once it is ready. */
  CredentialResponse issueDeferred(BearerToken acceptanceToken, Evaluation evaluation) {
    issuer.requireReady();
    DeferredCredential taken = deferred.take(acceptanceToken, evaluation);
    evaluation.noteClient(taken.clientId());
    return new CredentialResponse()
        ._format(taken.format())
        .credential(issuer.issue(taken.type(), taken.subject()));
  }

  /** Whoever is refused for the proof can make another at once, with the c_nonce that comes along. */
  private void requireProof(
      @Nullable ProofOfPossession proof, AccessToken token, Evaluation evaluation) {
    try {
      proofs.require(proof, token, evaluation);
    } catch (RefusedException refused) {
      evaluation.offerNonce(
          offered(nonces.spare(token.id().value(), token.firstNonce(), token.expiresAt()), token));
      throw refused;
    }
  }

  /** A c_nonce is forgotten with its access token. */
  private OfferedNonce offered(String nonce, AccessToken token) {
    long left = Duration.between(clock.instant(), token.expiresAt()).toSeconds();
    return new OfferedNonce(
        nonce, (int) Math.max(0, Math.min(left, CredentialNonces.MAX_LIFETIME_SECONDS)));
  }

  private static void note(CredentialRequest request, Evaluation evaluation) {
    evaluation.note("format", Difference.shorten(request.getFormat()));
    evaluation.note("types", Difference.shorten(request.getTypes().toString()));
    @Nullable ProofOfPossession proof = request.getProof();
    if (proof != null && proof.getJwt() != null) {
      evaluation.note("proof.jwt", Fingerprint.of(proof.getJwt()));
    }
  }
}
