package dev.authmock.authorize;

import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.check.JwtRule;
import dev.authmock.did.DidKey;
import dev.authmock.did.DidResolutionException;
import dev.authmock.did.DidResolver;
import dev.authmock.did.DidUrl;
import dev.authmock.did.VerificationRelationship;
import dev.authmock.grant.PendingAuthorization;
import dev.authmock.jose.VerificationKey;
import dev.authmock.jwt.JwtRules;
import jakarta.inject.Singleton;

/**
 * Finds out which DID signed a JWT.
 *
 * @see <a href="https://www.w3.org/TR/did-1.0/#verification-relationships">DID Core, section
 *     5.3</a>
 */
@Singleton
class DidProof {
  private final DidResolver resolver;

  DidProof(DidResolver resolver) {
    this.resolver = resolver;
  }

  /** Applies the rules of the header, the iss, the key and the signature, and gives the DID. */
  String requireSigned(JwtRules jwt, VerificationRelationship relationship) {
    String kid = jwt.requireHeader();
    try {
      String did = DidUrl.parse(kid).did();
      // Before anything is fetched for the DID.
      jwt.requireIs(JwtRule.ISS, did);
      VerificationKey key = resolver.key(kid, relationship);
      jwt.pass(JwtRule.KEY_KNOWN);
      jwt.requireSignature(jwt.jwt().verifiedBy(key));
      return did;
    } catch (DidResolutionException e) {
      throw jwt.refuse(
          JwtRule.KEY_KNOWN,
          new Difference(
              "a DID and a fragment that lead to such a key",
              e.description() + ": " + Difference.show(kid)));
    }
  }

  /** Applies the rule that a holder wallet proves the DID that it asked with. */
  static void requireSubject(String did, PendingAuthorization pending, Evaluation evaluation) {
    boolean isHolderWallet = pending.clientId().startsWith(DidKey.PREFIX);
    evaluation.require(
        DirectPostCheck.SUBJECT_IS_CLIENT,
        !isHolderWallet || did.equals(pending.clientId()),
        () -> Difference.of(Difference.show(pending.clientId()), did));
  }
}
