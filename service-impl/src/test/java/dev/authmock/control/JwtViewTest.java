package dev.authmock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.api.control.model.RecordedJwt;
import dev.authmock.api.control.model.RecordedJwtMember;
import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Check;
import dev.authmock.check.CredentialCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.check.JwtChecks;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.JwtRule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a JWT of the journal shows when it is taken apart. */
class JwtViewTest {
  private static final String HEADER = "{\"alg\":\"ES256\",\"kid\":\"did:key:z2#z2\"}";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final Evaluation evaluation = new Evaluation("id");

  @Test
  void header_comes_first_and_values_are_json() {
    RecordedJwt jwt =
        received("client_assertion", "{\"aud\":[\"a\"],\"exp\":17,\"x\":null,\"n\":1.5}");

    assertThat(jwt.getName()).isEqualTo("client_assertion");
    assertThat(jwt.getMembers().stream().map(JwtViewTest::text))
        .containsExactly(
            "header alg \"ES256\"",
            "header kid \"did:key:z2#z2\"",
            "claims aud [\"a\"]",
            "claims exp 17",
            "claims x null",
            "claims n 1.5");
  }

  @Test
  void each_member_stands_beside_the_rule_that_was_tried_on_it() {
    pass(JwtKinds.CLIENT_ASSERTION, JwtRule.JWT, JwtRule.ALG, JwtRule.KID, JwtRule.SIGNATURE);
    pass(JwtKinds.CLIENT_ASSERTION, JwtRule.ISS, JwtRule.EXP, JwtRule.NOT_EXPIRED);
    RecordedJwt jwt = received("client_assertion", "{\"iss\":\"me\",\"exp\":17,\"x\":1}");

    assertThat(member(jwt, "alg").getCheck()).isEqualTo("client_assertion.alg");
    assertThat(member(jwt, "kid").getCheck()).isEqualTo("client_assertion.signature");
    assertThat(member(jwt, "exp").getCheck()).isEqualTo("client_assertion.not_expired");
    assertThat(member(jwt, "iss").getOutcome()).isEqualTo(RecordedJwtMember.OutcomeEnum.PASSED);
    assertThat(member(jwt, "iss").getExpected())
        .isEqualTo(JwtKinds.CLIENT_ASSERTION.get(JwtRule.ISS).statement());
    assertThat(member(jwt, "x").getCheck()).isNull();
    assertThat(member(jwt, "x").getOutcome()).isNull();
  }

  @Test
  void broken_rule_tells_what_was_expected() {
    refuse(JwtKinds.CLIENT_ASSERTION.get(JwtRule.AUD), "'the issuer'");
    RecordedJwtMember aud = member(received("client_assertion", "{\"aud\":\"me\"}"), "aud");

    assertThat(aud.getOutcome()).isEqualTo(RecordedJwtMember.OutcomeEnum.FAILED);
    assertThat(aud.getExpected()).isEqualTo("'the issuer'");
    assertThat(aud.getValue()).isEqualTo("\"me\"");
  }

  @Test
  void claim_that_is_missing_has_a_row_if_that_broke_a_rule() {
    refuse(JwtKinds.PROOF.get(JwtRule.AUD), "'the issuer'");
    RecordedJwt jwt = received("proof", "{\"iat\":1}");

    assertThat(text(member(jwt, "aud"))).isEqualTo("claims aud nothing");
    assertThat(member(jwt, "aud").getExpected()).isEqualTo("'the issuer'");
    assertThat(jwt.getMembers()).extracting(RecordedJwtMember::getName).doesNotContain("nbf");
  }

  @Test
  void key_in_the_header_is_what_broke_the_rule_of_keys() {
    refuse(JwtKinds.ID_TOKEN.get(JwtRule.HEADER_KEY), "a kid only");
    evaluation.noteJwt(
        "id_token", jwt("{\"alg\":\"ES256\",\"jku\":\"https://evil.example\"}", "{\"iss\":\"x\"}"));
    RecordedJwt jwt = JwtView.received(evaluation.jwts(), evaluation.findings()).get(0);

    assertThat(member(jwt, "jku").getCheck()).isEqualTo("id_token.header_key");
    assertThat(jwt.getMembers()).hasSize(3);
  }

  @Test
  void rules_of_other_names_find_their_member() {
    pass(JwtKinds.PROOF, JwtRule.JWT);
    evaluation.pass(CredentialCheck.PROOF_HOLDER);
    evaluation.pass(CredentialCheck.PROOF_AGE);
    refuse(CredentialCheck.PROOF_NONCE_UNUSED, "the c_nonce of the last answer");
    RecordedJwt jwt = received("proof", "{\"iat\":1,\"nonce\":\"" + SECRET + "\"}");

    assertThat(member(jwt, "kid").getCheck()).isEqualTo("proof.holder");
    assertThat(member(jwt, "iat").getCheck()).isEqualTo("proof.age");
    assertThat(member(jwt, "nonce").getCheck()).isEqualTo("proof.nonce_unused");
  }

  @Test
  void parameters_in_a_request_object_stand_beside_their_rules() {
    pass(JwtKinds.REQUEST_OBJECT, JwtRule.JWT);
    evaluation.pass(AuthorizeCheck.REQUEST_OBJECT_TWINS);
    evaluation.pass(AuthorizeCheck.RESPONSE_TYPE_SUPPORTED);
    refuse(AuthorizeCheck.SCOPE_OPENID, "'openid'");
    RecordedJwt jwt = received(
        "request_object",
        "{\"response_type\":\"code\",\"scope\":\"email\",\"redirect_uri\":\"x:\"}");

    assertThat(member(jwt, "response_type").getCheck()).isEqualTo("response_type.supported");
    assertThat(member(jwt, "scope").getOutcome()).isEqualTo(RecordedJwtMember.OutcomeEnum.FAILED);
    assertThat(member(jwt, "redirect_uri").getCheck()).isEqualTo("request_object.twins");
  }

  @Test
  void twin_that_differs_is_the_one_that_is_marked() {
    refuse(AuthorizeCheck.REQUEST_OBJECT_TWINS, "scope of the request object: openid");
    RecordedJwt jwt =
        received("request_object", "{\"scope\":\"openid\",\"response_type\":\"code\"}");

    assertThat(member(jwt, "scope").getOutcome()).isEqualTo(RecordedJwtMember.OutcomeEnum.FAILED);
    assertThat(member(jwt, "response_type").getOutcome()).isNull();
  }

  @Test
  void parameter_of_the_query_alone_is_missing_where_it_had_to_be_covered_only() {
    refuse(AuthorizeCheck.SCOPE_OPENID, "'openid'");
    assertThat(received("request_object", "{\"iss\":\"x\"}").getMembers()).hasSize(3);

    Evaluation other = new Evaluation("other");
    other.refuse(
        AuthorizeCheck.REQUEST_OBJECT_COVERS,
        new Difference("redirect_uri in the request object", "it in the query alone"));
    other.noteJwt("request_object", jwt(HEADER, "{\"iss\":\"x\"}"));
    assertThat(JwtView.received(other.jwts(), other.findings()).get(0).getMembers())
        .extracting(JwtViewTest::text)
        .contains("claims redirect_uri nothing");
  }

  @Test
  void each_of_several_credentials_has_its_own_rules() {
    evaluation.noteJwt("vc", jwt(HEADER, "{\"sub\":\"one\"}"));
    evaluation.noteJwt("vc", jwt(HEADER, "{\"sub\":\"two\"}"));
    pass(JwtKinds.VC, JwtRule.JWT, JwtRule.SUB, JwtRule.JWT);
    refuse(JwtKinds.VC.get(JwtRule.SUB), "'one'");
    List<RecordedJwt> jwts = JwtView.received(evaluation.jwts(), evaluation.findings());

    assertThat(member(jwts.get(0), "sub").getOutcome())
        .isEqualTo(RecordedJwtMember.OutcomeEnum.PASSED);
    assertThat(member(jwts.get(1), "sub").getOutcome())
        .isEqualTo(RecordedJwtMember.OutcomeEnum.FAILED);
  }

  @Test
  void presentations_and_credentials_are_taken_apart_too() {
    pass(JwtKinds.VP_TOKEN, JwtRule.JWT);
    evaluation.pass(DirectPostCheck.VP_HOLDER);
    evaluation.pass(DirectPostCheck.VP_CREDENTIALS);
    String credential = jwt(HEADER, "{\"iss\":\"issuer\"}");
    RecordedJwt jwt = received(
        "vp_token",
        "{\"vp\":{\"holder\":\"me\",\"verifiableCredential\":[\"" + credential + "\"]}}");

    assertThat(member(jwt, "vp.holder").getCheck()).isEqualTo("vp_token.holder");
    assertThat(member(jwt, "vp.verifiableCredential").getCheck()).isEqualTo("vp_token.credentials");
    assertThat(member(jwt, "vp.verifiableCredential").getValue())
        .startsWith("[\"secret, " + credential.length() + " characters, sha-256 begins ")
        .doesNotContain(credential.substring(0, 20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nonce\":\"SECRET\"}",
        "{\"state\":[\"SECRET\"]}",
        "{\"code\":{\"value\":\"SECRET\"}}",
        "{\"claims\":{\"c_nonce\":\"SECRET\"}}",
        "{\"claims\":{\"inner\":{\"issuer_state\":\"SECRET\"}}}",
        "{\"a\":[{\"b\":[{\"pre-authorized_code\":\"SECRET\"}]}]}",
        "{\"a.nonce\":\"SECRET\"}",
        "{\"cnf\":{\"jwk\":{\"kty\":\"EC\",\"d\":\"SECRET\"}}}",
        "{\"x\":\"JWT\"}",
        "{\"x\":\"https://wallet.example/cb?t=JWT&y\"}",
        "{\"x\":{\"JWT\":1}}",
        "{\"JWT\":1}"
      })
  void secrets_are_fingerprints_at_any_depth(String claims) {
    String jwt = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiIxMjM0NTY3In0." + SECRET;
    RecordedJwt shown = received("id_token", claims.replace("SECRET", SECRET).replace("JWT", jwt));

    assertThat(shown.getMembers()).hasSizeGreaterThan(2);
    assertThat(shown.toString())
        .doesNotContain(SECRET)
        .doesNotContain("eyJpc3MiOiIxMjM0NTY3In0")
        .contains("secret, ");
  }

  @Test
  void short_secret_is_told_by_its_length_alone() {
    assertThat(member(received("id_token", "{\"user_pin\":1234}"), "user_pin").getValue())
        .isEqualTo("secret, 4 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x.y", "a.b.c", "a.b.c.d.e", "..", "", "e30=.e30.s", "e30.W10.s"})
  void what_cannot_be_read_has_no_members(String compact) {
    evaluation.noteJwt("id_token", compact);
    assertThat(JwtView.received(evaluation.jwts(), evaluation.findings()))
        .singleElement()
        .satisfies(jwt -> assertThat(jwt.getMembers()).isEmpty());
  }

  @Test
  void header_is_shown_where_the_claims_cannot_be_read() {
    evaluation.noteJwt("id_token", encoded(HEADER) + ".x!x.s");
    assertThat(JwtView.received(evaluation.jwts(), evaluation.findings()).get(0).getMembers())
        .extracting(RecordedJwtMember::getName)
        .containsExactly("alg", "kid");
  }

  @Test
  void deep_nesting_ends_somewhere() {
    String deep = "[".repeat(150) + "1" + "]".repeat(150);
    assertThat(member(received("id_token", "{\"x\":" + deep + "}"), "x").getValue())
        .contains("...");
    evaluation.noteJwt(
        "id_token", jwt(HEADER, "{\"x\":" + "[".repeat(7000) + "]".repeat(7000) + "}"));
    assertThat(JwtView.received(evaluation.jwts(), List.of())).hasSize(2);
  }

  @Test
  void many_members_end_somewhere_and_a_rule_is_shown_all_the_same() {
    refuse(JwtKinds.ID_TOKEN.get(JwtRule.NONCE), "the nonce of the request");
    String many = IntStream.range(0, 500)
        .mapToObj(i -> "\"m" + i + "\":" + i)
        .collect(Collectors.joining(","));
    RecordedJwt jwt = received("id_token", "{" + many + ",\"nonce\":\"" + SECRET + "\"}");

    assertThat(jwt.getMembers()).hasSizeBetween(60, 64);
    assertThat(member(jwt, "nonce").getOutcome()).isEqualTo(RecordedJwtMember.OutcomeEnum.FAILED);
    assertThat(member(jwt, "...").getValue()).isEqualTo("442 more");
  }

  @Test
  void long_values_and_names_are_shortened() {
    RecordedJwt jwt =
        received("id_token", "{\"x\":\"" + "y".repeat(5000) + "\",\"" + "n".repeat(2000) + "\":1}");
    assertThat(jwt.getMembers())
        .allMatch(member -> member.getValue().length() < 310 && member.getName().length() < 310);
  }

  private void pass(JwtChecks kind, JwtRule... rules) {
    for (JwtRule rule : rules) {
      evaluation.pass(kind.get(rule));
    }
  }

  private void refuse(Check check, String expected) {
    evaluation.refuse(check, new Difference(expected, "something else"));
  }

  private RecordedJwt received(String name, String claims) {
    evaluation.noteJwt(name, jwt(HEADER, claims));
    return JwtView.received(evaluation.jwts(), evaluation.findings()).get(0);
  }

  private static String jwt(String header, String claims) {
    return encoded(header) + "." + encoded(claims) + ".c2lnbmF0dXJl";
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static RecordedJwtMember member(RecordedJwt jwt, String name) {
    return jwt.getMembers().stream()
        .filter(member -> member.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + jwt));
  }

  private static String text(RecordedJwtMember member) {
    return member.getPart().getValue() + " " + member.getName() + " " + member.getValue();
  }
}
