package dev.authmock.authorize;

import static dev.authmock.authorize.Refusals.brokenBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentationSubmissionTest {
  private static final PresentationDefinition DEFINITION = new PresentationDefinition(
      "d", List.of(new InputDescriptor("one", "One"), new InputDescriptor("two", "Two")), false);

  private static final String ONE = element("one", "$.vp.verifiableCredential[1]");
  private static final String TWO = element("two", "$.verifiableCredential[0]");

  private final Evaluation evaluation = new Evaluation("id");

  @Test
  void it_says_which_credential_is_for_which_descriptor() {
    PresentationSubmission submission = require(submission("[" + TWO + "," + ONE + "]"));

    assertThat(submission.indices()).containsEntry("one", 1).containsEntry("two", 0);
  }

  @Test
  void it_must_be_there() {
    assertThat(brokenBy(() -> require(null))).isEqualTo(DirectPostCheck.SUBMISSION_PRESENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "[]", "7", "\"{}\"", "{\"a\":1,\"a\":2}"})
  void it_must_be_a_json_object(String text) {
    assertThat(brokenBy(() -> require(text))).isEqualTo(DirectPostCheck.SUBMISSION_JSON);
  }

  @Test
  void it_must_not_be_nested_beyond_reason() {
    String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

    assertThat(brokenBy(() -> require(deep))).isEqualTo(DirectPostCheck.SUBMISSION_JSON);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{} | SUBMISSION_ID",
        "{\"id\":7} | SUBMISSION_ID",
        "{\"id\":\"1\"} | SUBMISSION_DEFINITION",
        "{\"id\":\"1\",\"definition_id\":\"other\"} | SUBMISSION_DEFINITION",
        "{\"id\":\"1\",\"definition_id\":\"d\"} | SUBMISSION_MAP",
        "{\"id\":\"1\",\"definition_id\":\"d\",\"descriptor_map\":{}} | SUBMISSION_MAP"
      })
  void it_must_be_for_the_definition_of_the_request(String text, DirectPostCheck broken) {
    assertThat(brokenBy(() -> require(text))).isEqualTo(broken);
  }

  @Test
  void the_map_must_have_each_descriptor_once() {
    for (String map : List.of(
        "[]",
        "[" + ONE + "]",
        "[" + ONE + "," + ONE + "]",
        "[" + ONE + "," + TWO + "," + TWO + "]",
        "[" + ONE + "," + TWO + ",7]",
        "[" + ONE + "," + TWO + "," + element("three", "$.verifiableCredential[0]") + "]")) {
      assertThat(brokenBy(() -> require(submission(map))))
          .isEqualTo(DirectPostCheck.SUBMISSION_MAP);
    }
  }

  @Test
  void the_formats_must_be_those_of_jwts() {
    for (String other : List.of(
        ONE.replace("jwt_vp", "ldp_vp"),
        ONE.replace("jwt_vc", "ldp_vc"),
        "{\"id\":\"one\",\"format\":\"jwt_vp\",\"path\":\"$\"}",
        "{\"id\":\"one\",\"format\":\"jwt_vp\",\"path\":\"$\",\"path_nested\":[]}",
        "{\"id\":\"one\"}")) {
      assertThat(brokenBy(() -> require(submission("[" + TWO + "," + other + "]"))))
          .isEqualTo(DirectPostCheck.SUBMISSION_FORMAT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$",
        "$.vp",
        "$.verifiableCredential",
        "$.verifiableCredential[*]",
        "$.verifiableCredential[-1]",
        "$.verifiableCredential[0].vc",
        "$.vp.vp.verifiableCredential[0]",
        "$..verifiableCredential[0]",
        "$.verifiableCredential[99999999999]"
      })
  void a_path_must_lead_to_one_credential(String path) {
    assertThat(brokenBy(() -> require(submission("[" + TWO + "," + element("one", path) + "]"))))
        .isEqualTo(DirectPostCheck.SUBMISSION_PATH);
  }

  @Test
  void the_outer_path_must_be_the_whole_presentation() {
    String other = ONE.replace("\"path\":\"$\"", "\"path\":\"$.vp\"");

    assertThat(brokenBy(() -> require(submission("[" + TWO + "," + other + "]"))))
        .isEqualTo(DirectPostCheck.SUBMISSION_PATH);
  }

  @Test
  void a_path_may_be_written_with_brackets() {
    PresentationSubmission submission = require(
        submission("[" + TWO + "," + element("one", "$['vp']['verifiableCredential'][2]") + "]"));

    assertThat(submission.indices()).containsEntry("one", 2);
  }

  private PresentationSubmission require(@Nullable String text) {
    return PresentationSubmission.require(text, DEFINITION, evaluation);
  }

  private static String submission(String map) {
    return "{\"id\":\"1\",\"definition_id\":\"d\",\"descriptor_map\":" + map + "}";
  }

  private static String element(String id, String path) {
    return "{\"id\":\"" + id + "\",\"format\":\"jwt_vp\",\"path\":\"$\",\"path_nested\":"
        + "{\"id\":\"" + id + "\",\"format\":\"jwt_vc\",\"path\":\"" + path + "\"}}";
  }
}
