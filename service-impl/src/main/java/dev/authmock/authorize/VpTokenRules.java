package dev.authmock.authorize;

import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.JwtRule;
import dev.authmock.did.VerificationRelationship;
import dev.authmock.grant.PendingAuthorization;
import dev.authmock.json.Member;
import dev.authmock.jwt.JwtReader;
import dev.authmock.jwt.JwtRules;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;

/**
 * The rules of a presentation with which a wallet proves its DID, and that it has what it needs.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-6.5">OpenID4VP,
 *     section 6.5</a>
 */
@Singleton
class VpTokenRules {
  private final JwtReader reader;
  private final DidProof proof;
  private final PresentedCredentialRules credentials;
  private final SubmissionMatching matching;
  private final ServerUrls urls;

  VpTokenRules(
      JwtReader reader,
      DidProof proof,
      PresentedCredentialRules credentials,
      SubmissionMatching matching,
      ServerUrls urls) {
    this.reader = reader;
    this.proof = proof;
    this.credentials = credentials;
    this.matching = matching;
    this.urls = urls;
  }

  /** Applies them, and gives the DID of the holder. */
  String require(
      String vpToken,
      PresentationSubmission submission,
      PendingAuthorization pending,
      Evaluation evaluation) {
    JwtRules jwt = reader.read(JwtKinds.VP_TOKEN, vpToken, evaluation);
    jwt.requireTypeIfAny();
    String holder = proof.requireSigned(jwt, VerificationRelationship.AUTHENTICATION);
    Member<String> sub = jwt.jwt().string("sub");
    evaluation.require(
        DirectPostCheck.VP_SUB,
        sub.isAbsent() || sub.is(holder),
        () -> Difference.of(Difference.show(holder), sub));
    jwt.requireAudience(urls.issuer());
    jwt.requireNonce(pending.nonce()::equals, "the nonce of the request with this state");
    jwt.requireNotExpired();
    jwt.requireIssued();
    jwt.requireNotInFuture(JwtRule.NBF);
    DidProof.requireSubject(holder, pending, evaluation);
    Presentation presentation = Presentation.require(jwt.jwt(), holder, evaluation);
    SubmissionMatching.requirePlaces(submission, presentation.credentials().size(), evaluation);
    // Only those that are submitted: the key of each may have to be fetched.
    matching.require(
        submission, credentials.require(presentation, submission, holder, evaluation), evaluation);
    return holder;
  }
}
