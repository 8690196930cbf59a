package dev.authmock.authorize;

import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.jose.SignedJwt;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The presentation in a VP token.
 *
 * @param credentials the credentials in it, as JWTs
 * @see <a href="https://www.w3.org/TR/vc-data-model-1.1/#presentations-0">VC Data Model 1.1,
 *     section 4.10</a>
 */
record Presentation(List<String> credentials) {
  private static final String TYPE = "VerifiablePresentation";
  private static final int MAX_CREDENTIALS = 20;

  /** Applies the rules of its form. */
  static Presentation require(SignedJwt vpToken, String signer, Evaluation evaluation) {
    Optional<Map<String, Object>> vp = Json.object(vpToken.claims().get("vp"));
    evaluation.require(
        DirectPostCheck.VP_OBJECT,
        vp.filter(object -> Json.hasType(object, TYPE)).isPresent(),
        () -> new Difference("a vp of type " + TYPE, vp.isEmpty() ? "no object" : "another type"));
    Map<String, Object> object = vp.orElseThrow();
    Member<String> holder = JsonMembers.string(object, "holder");
    evaluation.require(
        DirectPostCheck.VP_HOLDER,
        holder.isAbsent() || holder.is(signer),
        () -> Difference.of(Difference.show(signer), holder));
    Member<List<String>> credentials = JsonMembers.strings(object, "verifiableCredential");
    evaluation.require(
        DirectPostCheck.VP_CREDENTIALS,
        credentials
            .value()
            .filter(jwts -> !jwts.isEmpty() && jwts.size() <= MAX_CREDENTIALS)
            .isPresent(),
        () -> new Difference(
            "1 to " + MAX_CREDENTIALS + " JWTs",
            credentials.value().map(jwts -> jwts.size() + " of them").orElse("something else")));
    return new Presentation(credentials.value().orElseThrow());
  }
}
