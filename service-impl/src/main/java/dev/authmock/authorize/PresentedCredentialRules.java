package dev.authmock.authorize;

import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.JwtRule;
import dev.authmock.did.VerificationRelationship;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.Member;
import dev.authmock.jwt.JwtReader;
import dev.authmock.jwt.JwtRules;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of each credential that is submitted in a presentation: signed by its issuer, within its time, and about
 * the holder.
 *
 * @see <a href="https://www.w3.org/TR/vc-data-model-1.1/#json-web-token">VC Data Model 1.1, section
 *     6.3.1</a>
 */
@Singleton
class PresentedCredentialRules {
  private final JwtReader reader;
  private final DidProof proof;

  PresentedCredentialRules(JwtReader reader, DidProof proof) {
    this.reader = reader;
    this.proof = proof;
  }

  /** Applies them to each that is submitted, and gives them by their places. */
  Map<Integer, PresentedCredential> require(
      Presentation presentation,
      PresentationSubmission submission,
      String holder,
      Evaluation evaluation) {
    Map<Integer, PresentedCredential> credentials = new TreeMap<>();
    int count = presentation.credentials().size();
    for (int place : new TreeSet<>(submission.indices().values())) {
      // The one that was looked at last is the one that broke a rule, if any did.
      evaluation.note("verifiableCredential", "[" + place + "] of " + count + " looked at");
      credentials.put(place, require(presentation.credentials().get(place), holder, evaluation));
    }
    return credentials;
  }

  private PresentedCredential require(String compact, String holder, Evaluation evaluation) {
    JwtRules jwt = reader.read(JwtKinds.VC, compact, evaluation);
    String issuer = proof.requireSigned(jwt, VerificationRelationship.ASSERTION_METHOD);
    jwt.requireIs(JwtRule.SUB, holder);
    jwt.requireNotExpiredIfAny();
    jwt.requireNotInFuture(JwtRule.IAT);
    jwt.requireNotInFuture(JwtRule.NBF);
    Optional<Map<String, Object>> vc = Json.object(jwt.jwt().claims().get("vc"));
    evaluation.require(
        DirectPostCheck.VC_OBJECT,
        vc.filter(object -> Json.hasType(object, "VerifiableCredential")).isPresent(),
        () -> new Difference(
            "a vc of type VerifiableCredential", vc.isEmpty() ? "no object" : "another type"));
    requireIssuer(vc.orElseThrow(), issuer, evaluation);
    requireSubject(vc.orElseThrow(), holder, evaluation);
    return new PresentedCredential(issuer, Json.object(jwt.jwt().claims()).orElseThrow());
  }

  /** It may be the DID, or an object with that as its id. */
  private static void requireIssuer(Map<String, Object> vc, String signer, Evaluation evaluation) {
    Map<String, Object> named = new LinkedHashMap<>(vc);
    Json.object(vc.get("issuer"))
        .ifPresent(object -> named.put("issuer", object.getOrDefault("id", "")));
    Member<String> issuer = JsonMembers.string(named, "issuer");
    evaluation.require(
        DirectPostCheck.VC_ISSUER,
        issuer.isAbsent() || issuer.is(signer),
        () -> Difference.of(Difference.show(signer), issuer));
  }

  private static void requireSubject(Map<String, Object> vc, String holder, Evaluation evaluation) {
    Map<String, Object> subject = Json.object(vc.get("credentialSubject")).orElse(Map.of());
    Member<String> id = JsonMembers.string(subject, "id");
    evaluation.require(
        DirectPostCheck.VC_SUBJECT,
        id.is(holder),
        () -> Difference.of(Difference.show(holder), id));
  }
}
