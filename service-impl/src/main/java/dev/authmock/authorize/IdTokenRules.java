package dev.authmock.authorize;

import dev.authmock.check.Evaluation;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.JwtRule;
import dev.authmock.did.VerificationRelationship;
import dev.authmock.grant.PendingAuthorization;
import dev.authmock.jwt.JwtReader;
import dev.authmock.jwt.JwtRules;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;

/**
 * The rules of an ID token with which a wallet proves its DID.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-connect-self-issued-v2-1_0.html#section-11.1">SIOPv2,
 *     section 11.1</a>
 */
@Singleton
class IdTokenRules {
  private final JwtReader reader;
  private final DidProof proof;
  private final ServerUrls urls;

  IdTokenRules(JwtReader reader, DidProof proof, ServerUrls urls) {
    this.reader = reader;
    this.proof = proof;
    this.urls = urls;
  }

  /** Applies them, and gives the DID. */
  String require(String idToken, PendingAuthorization pending, Evaluation evaluation) {
    JwtRules jwt = reader.read(JwtKinds.ID_TOKEN, idToken, evaluation);
    jwt.requireTypeIfAny();
    String did = proof.requireSigned(jwt, VerificationRelationship.AUTHENTICATION);
    jwt.requireIs(JwtRule.SUB, did);
    jwt.requireAudience(urls.issuer());
    jwt.requireNonce(pending.nonce()::equals, "the nonce of the request with this state");
    jwt.requireNotExpired();
    jwt.requireIssued();
    jwt.requireNotInFuture(JwtRule.NBF);
    DidProof.requireSubject(did, pending, evaluation);
    return did;
  }
}
