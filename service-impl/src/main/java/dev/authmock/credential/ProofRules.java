package dev.authmock.credential;

import static dev.authmock.check.CredentialCheck.PROOF_AGE;
import static dev.authmock.check.CredentialCheck.PROOF_HOLDER;
import static dev.authmock.check.CredentialCheck.PROOF_NONCE_UNUSED;
import static dev.authmock.check.CredentialCheck.PROOF_PRESENT;
import static dev.authmock.check.CredentialCheck.PROOF_TYPE;

import dev.authmock.api.conformance.model.ProofOfPossession;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.JwtRule;
import dev.authmock.did.DidResolutionException;
import dev.authmock.did.DidResolver;
import dev.authmock.grant.CredentialNonces;
import dev.authmock.grant.CredentialNonces.Use;
import dev.authmock.jose.SignedJwt;
import dev.authmock.jose.VerificationKey;
import dev.authmock.jwt.JwtReader;
import dev.authmock.jwt.JwtRules;
import dev.authmock.jwt.ShownTime;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a proof of possession.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.2.1">OpenID4VCI
 *     draft 11, section 7.2.1</a>
 */
@Singleton
class ProofRules {
  private static final String PROOF_TYPE_JWT = "jwt";
  private static final String TYP = "openid4vci-proof+jwt";
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final JwtReader reader;
  private final DidResolver dids;
  private final CredentialNonces nonces;
  private final ServerUrls urls;
  private final Clock clock;

  ProofRules(
      JwtReader reader, DidResolver dids, CredentialNonces nonces, ServerUrls urls, Clock clock) {
    this.reader = reader;
    this.dids = dids;
    this.nonces = nonces;
    this.urls = urls;
    this.clock = clock;
  }

  /** Applies all rules; the c_nonce is taken last, so that a refused proof leaves it alone. */
  void require(@Nullable ProofOfPossession proof, AccessToken token, Evaluation evaluation) {
    JwtRules rules = reader.read(JwtKinds.PROOF, requireJwt(proof, evaluation), evaluation);
    noteOn(evaluation, rules.jwt());
    rules.requireType(TYP);
    String kid = rules.requireHeader();
    requireHolder(kid, token, evaluation);
    rules.requireSignature(rules.jwt().verifiedBy(requireKey(kid, rules)));
    requireIssuer(token, rules);
    rules.requireAudience(urls.credentialIssuer());
    rules.requireIssued();
    requireRecent(rules.jwt(), evaluation);
    rules.requireNotExpiredIfAny();
    rules.requireNotInFuture(JwtRule.NBF);
    takeNonce(token, rules, evaluation);
  }

  private static String requireJwt(@Nullable ProofOfPossession sent, Evaluation evaluation) {
    ProofOfPossession proof =
        evaluation.requirePresent(PROOF_PRESENT, sent, "a proof with a proof_type and a jwt");
    @Nullable String type = proof.getProofType();
    @Nullable String jwt = proof.getJwt();
    evaluation.require(
        PROOF_TYPE,
        PROOF_TYPE_JWT.equals(type) && jwt != null,
        () -> jwt == null && PROOF_TYPE_JWT.equals(type)
            ? Difference.missing("a jwt")
            : Difference.of("'" + PROOF_TYPE_JWT + "'", type));
    return jwt == null ? "" : jwt;
  }

  private static void noteOn(Evaluation evaluation, SignedJwt proof) {
    proof.keyId().value().ifPresent(kid -> evaluation.note("proof.kid", Difference.shorten(kid)));
    proof
        .string("nonce")
        .value()
        .ifPresent(nonce -> evaluation.note("proof.nonce", Fingerprint.of(nonce)));
  }

  private static void requireHolder(String kid, AccessToken token, Evaluation evaluation) {
    evaluation.require(
        PROOF_HOLDER,
        kid.startsWith(token.subject() + "#"),
        () -> Difference.of("'" + token.subject() + "' with a # and a fragment", kid));
  }

  private VerificationKey requireKey(String kid, JwtRules rules) {
    Optional<VerificationKey> key = Optional.empty();
    String flaw = "";
    try {
      key = Optional.of(dids.authenticationKey(kid));
    } catch (DidResolutionException e) {
      flaw = ": " + e.description();
    }
    String why = flaw;
    rules.require(
        JwtRule.KEY_KNOWN,
        key.isPresent(),
        () -> new Difference("an authentication key of the DID", Difference.show(kid) + why));
    return key.orElseThrow();
  }

  /**
   * iss (OPTIONAL): with an anonymous token request there is no client to name, and of a wallet
   * whose client_id is its DID the kid has named it already.
   */
  private static void requireIssuer(AccessToken token, JwtRules rules) {
    boolean mayBeAbsent = token.clientId().equals(token.subject());
    if (!mayBeAbsent || !rules.jwt().string("iss").isAbsent()) {
      rules.requireIs(JwtRule.ISS, token.clientId());
    }
  }

  private void requireRecent(SignedJwt proof, Evaluation evaluation) {
    Instant earliest = clock.instant().minus(MAX_AGE);
    evaluation.require(
        PROOF_AGE,
        proof.date("iat").value().filter(at -> !at.isBefore(earliest)).isPresent(),
        () -> ShownTime.difference("a time not before " + ShownTime.of(earliest), proof, "iat"));
  }

  private void takeNonce(AccessToken token, JwtRules rules, Evaluation evaluation) {
    Use use = rules
        .jwt()
        .string("nonce")
        .value()
        .map(nonce -> nonces.take(token.id().value(), token.firstNonce(), nonce, token.expiresAt()))
        .orElse(Use.UNKNOWN);
    evaluation.require(
        PROOF_NONCE_UNUSED,
        use != Use.ALREADY_TAKEN,
        () -> new Difference(
            "the c_nonce of the last answer", "one that an earlier credential request took"));
    rules.requireNonce(
        sent -> use == Use.TAKEN,
        "the c_nonce of the token response, or of the last answer of this endpoint");
  }
}
