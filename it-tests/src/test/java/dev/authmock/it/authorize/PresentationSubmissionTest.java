package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.flow.PresentationTest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which credential of a presentation is for what, by the presentation_submission.
 *
 * @see <a
 *     href="https://identity.foundation/presentation-exchange/spec/v2.0.0/#presentation-submission">DIF
 *     Presentation Exchange 2.0, Presentation Submission</a>
 */
class PresentationSubmissionTest extends PresentationTest {
  private static final String ID = "va-to-onboard-credential";
  private static final String SUBMISSION = "presentation_submission.";

  @Test
  void a_presentation_comes_with_its_submission() {
    assertBad(good().without("presentation_submission"), SUBMISSION + "present");
    assertRefused(good().replacing("presentation_submission", ""), SUBMISSION + "present");
  }

  @ParameterizedTest
  @MethodSource
  void what_is_no_json_object_submits_nothing(String submission) {
    assertRefused(with(submission), SUBMISSION + "json");
  }

  static Stream<Named<String>> what_is_no_json_object_submits_nothing() {
    return Stream.of(
        named("text", "submission"),
        named("a string", "\"{}\""),
        named("null", "null"),
        named("an array", "[]"),
        named("an object in an array", "[{\"id\":\"1\"}]"),
        named("JSON that breaks off", "{\"id\":"),
        named("JSON that goes on", "{} {}"),
        named("a member twice", "{\"id\":\"1\",\"id\":\"2\"}"),
        named("objects 2,000 deep", "{\"a\":".repeat(2000) + "1" + "}".repeat(2000)),
        named("arrays 5,000 deep", "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}"),
        named("arrays 10,000 deep that do not end", "{\"a\":" + "[".repeat(10_000)));
  }

  @Test
  void a_submission_of_64_kilobytes_is_too_large() {
    var answer = http.directPost(with("{\"id\":\"" + "x".repeat(65_536) + "\"}"));
    assertThat(answer.status()).isEqualTo(413);
    assertCode(good());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | null | id",
        "id | 1 | id",
        "id | [\"1\"] | id",
        "definition_id | null | definition_id",
        "definition_id | \"holder-wallet-qualification-presentation\" | definition_id",
        "definition_id | \"VA-TO-ONBOARD-PRESENTATION\" | definition_id",
        "definition_id | [\"va-to-onboard-presentation\"] | definition_id",
        "descriptor_map | null | descriptor_map",
        "descriptor_map | {} | descriptor_map",
        "descriptor_map | [] | descriptor_map",
        "descriptor_map | \"va-to-onboard-credential\" | descriptor_map",
        "descriptor_map | [null] | descriptor_map",
        "descriptor_map | [1] | descriptor_map",
        "descriptor_map | [[]] | descriptor_map",
        "descriptor_map | [{}] | descriptor_map",
        "descriptor_map | [{\"id\":1}] | descriptor_map"
      })
  void each_member_has_its_form(String member, String json, String rule) {
    Map<String, Object> bad = submission();
    bad.put(member, Json.read(json));
    assertRefused(with(bad), SUBMISSION + rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "definition_id", "descriptor_map"})
  void each_member_has_to_be_there(String member) {
    Map<String, Object> bad = submission();
    bad.remove(member);
    assertRefused(with(bad), SUBMISSION + member);
  }

  @Test
  void each_input_descriptor_is_there_once_and_no_other() {
    Map<String, Object> descriptor = descriptor("jwt_vp", "$", "jwt_vc", path(0));
    Map<String, Object> other = new LinkedHashMap<>(descriptor);
    other.put("id", "another-credential");
    for (List<?> map : List.of(
        List.of(other),
        List.of(descriptor, descriptor),
        List.of(descriptor, other),
        List.of(descriptor, 1),
        Collections.nCopies(50, other))) {
      assertBad(withMap(map), SUBMISSION + "descriptor_map");
    }
    assertCode(good());
  }

  @ParameterizedTest
  @CsvSource({
    "jwt_vc, jwt_vc",
    "ldp_vp, jwt_vc",
    "jwt_vp, jwt_vp",
    "jwt_vp, ldp_vc",
    "JWT_VP, jwt_vc",
    "jwt_vp, ''"
  })
  void the_formats_are_those_of_the_definition(String format, String nested) {
    assertRefused(
        withMap(List.of(descriptor(format, "$", nested, path(0)))), SUBMISSION + "format");
  }

  @Test
  void a_credential_is_in_a_presentation() {
    Map<String, Object> flat = descriptor("jwt_vp", "$", "jwt_vc", path(0));
    flat.remove("path_nested");
    assertBad(withMap(List.of(flat)), SUBMISSION + "format");
    flat.put("path_nested", List.of());
    assertBad(withMap(List.of(flat)), SUBMISSION + "format");
    flat.put("path_nested", "$.vp.verifiableCredential[0]");
    assertRefused(withMap(List.of(flat)), SUBMISSION + "format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "$.vp",
        "$.verifiableCredential",
        "$.vp.verifiableCredential[]",
        "$.vp.verifiableCredential[*]",
        "$.vp.verifiableCredential[-1]",
        "$.vp.verifiableCredential[1]",
        "$.vp.verifiableCredential[99999999999999999999]",
        "$.vp.verifiableCredential[0x0]",
        "$.vp.verifiableCredential[0:1]",
        "$.vp.verifiableCredential[?(@.length>0)]",
        "$..verifiableCredential[0]",
        "$.vp.verifiableCredential[0].vc",
        "$.vp.vp.verifiableCredential[0]",
        "vp.verifiableCredential[0]",
        "$.iss",
        "$.vp.verifiableCredential[0",
        "$['vp']['__proto__'][0]"
      })
  void a_path_leads_to_a_credential_of_the_presentation(String path) {
    assertRefused(withMap(List.of(descriptor("jwt_vp", "$", "jwt_vc", path))), SUBMISSION + "path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$.vp", "$[0]", "vp_token", "$ "})
  void the_presentation_is_the_vp_token(String path) {
    assertRefused(
        withMap(List.of(descriptor("jwt_vp", path, "jwt_vc", path(0)))), SUBMISSION + "path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.vp.verifiableCredential[0]",
        "$.verifiableCredential[0]",
        "$['vp']['verifiableCredential'][0]"
      })
  void a_path_begins_at_the_claims_or_at_the_vp(String path) {
    assertCode(withMap(List.of(descriptor("jwt_vp", "$", "jwt_vc", path))));
  }

  @Test
  void the_path_and_not_the_order_decides() {
    Map<String, Object> nothing = descriptor("jwt_vp", "$", "jwt_vc", path(1));
    String other = wallet.obtainCredential("VerifiableAccreditationToAttest").jwt();
    Form two = withCredentials(List.of(other, credential.jwt()));
    assertBad(
        two.replacing("presentation_submission", submissionOf(path(0))),
        SUBMISSION + "constraints");
    assertCode(
        two.replacing("presentation_submission", Json.write(submissionWith(List.of(nothing)))));
  }

  @Test
  void other_members_are_ignored() {
    Map<String, Object> more = submission();
    more.put("name", 1);
    more.put("a", null);
    assertCode(with(more));
  }

  private String submissionOf(String path) {
    return Json.write(submissionWith(List.of(descriptor("jwt_vp", "$", "jwt_vc", path))));
  }

  private Map<String, Object> submissionWith(List<?> map) {
    Map<String, Object> other = submission();
    other.put("descriptor_map", map);
    return other;
  }

  private Form withMap(List<?> map) {
    return with(submissionWith(map));
  }

  private Form with(Map<String, Object> submission) {
    return with(Json.write(submission));
  }

  private Form with(String submission) {
    return good().replacing("presentation_submission", submission);
  }

  private static String path(int index) {
    return "$.vp.verifiableCredential[" + index + "]";
  }

  private static Map<String, Object> descriptor(
      String format, String path, String nestedFormat, String nestedPath) {
    Map<String, Object> descriptor = new LinkedHashMap<>();
    descriptor.put("id", ID);
    descriptor.put("format", format);
    descriptor.put("path", path);
    descriptor.put("path_nested", Map.of("id", ID, "format", nestedFormat, "path", nestedPath));
    return descriptor;
  }
}
