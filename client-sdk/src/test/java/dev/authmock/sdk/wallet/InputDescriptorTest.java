package dev.authmock.sdk.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputDescriptorTest {

  private static final IssuedCredential CREDENTIAL = new IssuedCredential(
      "h.p.s",
      List.of("VerifiableCredential", "A"),
      Map.of(
          "iss",
          "did:key:z",
          "vc",
          Map.of("type", List.of("VerifiableCredential", "A"), "issuer", "did:key:z")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | '$.vc.type' | {'type':'array','contains':{'const':'A'}}",
        "true  | '$.type' | {'type':'array','contains':{'const':'A'}}",
        "true  | '$.vc.type' | {'type':'array','contains':{'enum':['B','A']}}",
        "true  | '$.vc.type' | {'contains':{'type':'string','const':'A'}}",
        "false | '$.vc.type' | {'type':'array','contains':{'const':'B'}}",
        "false | '$.vc.type' | {'type':'string'}",
        "true  | '$.nothing','$.vc.type' | {'contains':{'const':'A'}}",
        "false | '$.vc.issuer','$.vc.type' | {'type':'array','contains':{'const':'A'}}",
        "true  | '$.vc.type[1]' | {'const':'A'}",
        "true  | '$[%vc%][%type%][1]' | {'enum':['A']}",
        "false | '$.vc.type[9]' | {'const':'A'}",
        "false | '$.nothing' | {}",
        "true  | '$.iss' | {'type':'string','title':'who'}",
        "true  | '$' | {'type':'object'}"
      },
      quoteCharacter = '`')
  void a_credential_is_accepted_by_its_claims(boolean accepted, String paths, String filter) {
    assertThat(descriptor(paths, filter).accepts(CREDENTIAL)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"vc.type", "$..type", "$.vc[*]", "$.vc.type[?(@=='A')]", "$.vc.", "$[-1]"})
  void a_path_of_more_than_names_and_indices_is_told(String path) {
    assertThatThrownBy(() -> descriptor("'" + path.replace("'", "%") + "'", "{}"))
        .isInstanceOf(VerificationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'pattern':'A'}", "{'contains':{'minLength':1}}", "{'type':['array','string']}"})
  void a_keyword_that_is_not_known_is_told_and_not_ignored(String filter) {
    assertThatThrownBy(() -> descriptor("'$.vc.type'", filter))
        .isInstanceOf(VerificationException.class);
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false"})
  void an_optional_claim_may_be_missing(boolean optional, boolean accepted) {
    String json = """
        {"id": "d", "input_descriptors": [{"id": "i", "constraints": {"fields": [
          {"path": ["$.vc.nothing"], "optional": %s}]}}]}""".formatted(optional);

    assertThat(only(json).accepts(CREDENTIAL)).isEqualTo(accepted);
  }

  private static InputDescriptor descriptor(String paths, String filter) {
    return only("""
        {'id': 'd', 'input_descriptors': [{'id': 'i', 'constraints': {'fields': [
          {'path': [%s], 'filter': %s}]}}]}""".formatted(paths, filter).replace('\'', '"').replace('%', '\''));
  }

  private static InputDescriptor only(String definition) {
    return PresentationDefinition.parse(FakeMock.parse(definition))
        .inputDescriptors()
        .get(0);
  }
}
