package dev.authmock.control;

import static dev.authmock.control.JwtMember.claim;
import static dev.authmock.control.JwtMember.header;

import dev.authmock.check.Difference;
import dev.authmock.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What in a JWT a rule was about. */
final class MemberRules {
  /** By the end of the rule's id, of the rules that all kinds of JWT have. */
  private static final Map<String, JwtMember> OF_ALL = Map.ofEntries(
      Map.entry("alg", header("alg")),
      Map.entry("typ", header("typ")),
      Map.entry("crit", header("crit")),
      Map.entry("kid", header("kid")),
      Map.entry("key_known", header("kid")),
      Map.entry("key_unique", header("kid")),
      Map.entry("signature", header("kid")),
      Map.entry("iss", claim("iss")),
      Map.entry("sub", claim("sub")),
      Map.entry("aud", claim("aud")),
      Map.entry("exp", claim("exp")),
      Map.entry("not_expired", claim("exp")),
      Map.entry("iat", claim("iat")),
      Map.entry("nbf", claim("nbf")),
      Map.entry("nonce", claim("nonce")),
      Map.entry("jti", claim("jti")));

  /** By the name of the JWT and the rule's id, of the rules of one kind: the places, of which those count that are there. */
  private static final Map<String, List<JwtMember>> OF_ONE = Map.ofEntries(
      Map.entry("proof proof.holder", List.of(header("kid"))),
      Map.entry("proof proof.age", List.of(claim("iat"))),
      Map.entry("proof proof.nonce_unused", List.of(claim("nonce"))),
      Map.entry("id_token direct_post.subject", List.of(claim("sub"))),
      Map.entry("vp_token direct_post.subject", List.of(claim("iss"))),
      Map.entry("vp_token vp_token.vp", List.of(claim("vp.type"), claim("vp"))),
      Map.entry("vp_token vp_token.holder", List.of(claim("vp.holder"))),
      Map.entry("vp_token vp_token.credentials", List.of(claim("vp.verifiableCredential"))),
      Map.entry("vc vc.vc", List.of(claim("vc.type"), claim("vc"))),
      Map.entry("vc vc.issuer", List.of(claim("vc.issuer"))),
      Map.entry("vc vc.subject", List.of(claim("vc.credentialSubject"))),
      Map.entry(
          "access_token access_token.claims",
          List.of(claim("sub"), claim("jti"), claim("claims.c_nonce"), claim("claims.client_id"))),
      Map.entry(
          "access_token credential.authorized", List.of(claim("claims.authorization_details"))),
      Map.entry("request_object request_object.client_id", List.of(claim("client_id"))),
      Map.entry("request_object request_object.not_assertion", List.of(claim("sub"))),
      Map.entry(
          "request_object request_object.nested", List.of(claim("request"), claim("request_uri"))));

  private static final List<JwtMember> KEYS =
      List.of(header("jwk"), header("jku"), header("x5u"), header("x5c"));

  private static final String REQUEST_OBJECT = "request_object";

  /** Of these rules a difference begins with the parameter that broke it. */
  private static final Set<String> OF_ANY_PARAMETER =
      Set.of("request_object.parameters", "request_object.covers", "request_object.twins");

  private static final Set<String> PARAMETERS = Set.of(
      "response_type",
      "redirect_uri",
      "scope",
      "state",
      "nonce",
      "code_challenge",
      "authorization_details",
      "issuer_state",
      "client_metadata");

  private MemberRules() {}

  /** Where in the JWT that is called so the thing may stand that a rule was tried on. */
  static List<JwtMember> places(String jwt, Finding finding) {
    String id = finding.check().id();
    if (id.equals(jwt + ".header_key")) {
      return KEYS;
    }
    List<JwtMember> ofOne = OF_ONE.get(jwt + " " + id);
    if (ofOne != null) {
      return ofOne;
    }
    if (jwt.equals(REQUEST_OBJECT)) {
      List<JwtMember> ofParameter = ofParameter(id, finding.difference());
      if (!ofParameter.isEmpty()) {
        return ofParameter;
      }
    }
    JwtMember ofAll = id.startsWith(jwt + ".") ? OF_ALL.get(id.substring(jwt.length() + 1)) : null;
    return ofAll == null ? List.of() : List.of(ofAll);
  }

  /** In the place of the query, the rules of its parameters are tried on the claims. */
  private static List<JwtMember> ofParameter(String id, @Nullable Difference difference) {
    if (OF_ANY_PARAMETER.contains(id)) {
      return difference == null
          ? PARAMETERS.stream().sorted().map(JwtMember::claim).toList()
          : List.of(claim(difference.expected().split(" ", 2)[0]));
    }
    if (id.equals("code_challenge.method")) {
      return List.of(claim("code_challenge_method"));
    }
    if (id.startsWith("authorize.redirect_uri")) {
      return List.of(claim("redirect_uri"));
    }
    String parameter = id.substring(0, id.indexOf('.'));
    return PARAMETERS.contains(parameter) ? List.of(claim(parameter)) : List.of();
  }
}
