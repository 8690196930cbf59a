package dev.authmock.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresentationDefinitionsTest {

  @Test
  void every_presentation_that_a_credential_needs_is_defined() {
    assertThat(CredentialTypes.all())
        .filteredOn(CredentialType::needsPresentation)
        .isNotEmpty()
        .allSatisfy(type -> assertThat(
                PresentationDefinitions.withId(type.presentation()).id())
            .isEqualTo(type.presentation()));
  }

  @Test
  void qualification_takes_one_credential_of_each_wallet_test() {
    PresentationDefinition definition =
        PresentationDefinitions.withId(CredentialTypes.QUALIFICATION_PRESENTATION);

    assertThat(definition.ofOwnIssuer()).isTrue();
    assertThat(definition.descriptors())
        .extracting(InputDescriptor::id)
        .doesNotHaveDuplicates()
        .hasSize(8)
        .contains(
            "same-device-authorised-in-time-credential",
            "cross-device-pre-authorised-deferred-credential");
  }

  @Test
  void a_descriptor_is_met_by_a_credential_of_its_type() {
    InputDescriptor descriptor = new InputDescriptor("id", "Wanted");

    assertThat(descriptor.isMetBy(vc(List.of("VerifiableCredential", "Wanted"))))
        .isTrue();
    assertThat(descriptor.isMetBy(vc("Wanted"))).isTrue();
    assertThat(descriptor.isMetBy(vc(List.of("VerifiableCredential")))).isFalse();
    assertThat(descriptor.isMetBy(vc(List.of(List.of("Wanted"))))).isFalse();
    assertThat(descriptor.isMetBy(Map.of("type", List.of("Wanted")))).isFalse();
    assertThat(descriptor.isMetBy(Map.of("vc", "Wanted"))).isFalse();
  }

  @Test
  void a_definition_is_written_as_presentation_exchange_has_it() {
    PresentationDefinition definition =
        new PresentationDefinition("d", List.of(new InputDescriptor("one", "One")), false);

    assertThat(Json.text(definition.toJson()))
        .startsWith("{\"id\":\"d\",\"format\":{")
        .contains(
            "\"input_descriptors\":[{\"id\":\"one\",\"format\":{\"jwt_vc\":{\"alg\":[\"ES256\"]}},",
            "\"path\":[\"$.vc.type\"]",
            "\"contains\":{\"const\":\"One\"}");
  }

  private static Map<String, Object> vc(Object type) {
    return Map.of("vc", Map.of("type", type));
  }
}
