package dev.authmock.sdk.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Which credentials a verifier wants to see.
 *
 * <p>Read as far as the mock's definitions go: a list of input descriptors, each wanting one
 * credential. {@code submission_requirements} and {@code format} are not looked at.
 *
 * @param id the id of the definition
 * @param inputDescriptors the credentials that are wanted
 * @see <a href="https://identity.foundation/presentation-exchange/spec/v2.0.0/">Presentation
 *     Exchange 2.0.0, section 5</a>
 */
public record PresentationDefinition(String id, List<InputDescriptor> inputDescriptors) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Copies the list, so that a definition never changes. */
  public PresentationDefinition {
    inputDescriptors = List.copyOf(inputDescriptors);
  }

  /**
   * Reads a definition.
   *
   * @param json the JSON object, as maps and lists
   * @return the definition
   * @throws VerificationException if it is none, or asks for what this class does not know
   */
  public static PresentationDefinition parse(Object json) {
    JsonNode definition = MAPPER.valueToTree(json);
    VerificationException.require(
        definition.path("id").isTextual()
            && definition.path("input_descriptors").isArray(),
        "a presentation_definition must have an id and input_descriptors");
    List<InputDescriptor> descriptors = new ArrayList<>();
    definition.path("input_descriptors").forEach(d -> descriptors.add(InputDescriptor.parse(d)));
    return new PresentationDefinition(definition.path("id").textValue(), descriptors);
  }

  /**
   * Picks what to present: for each input descriptor the newest credential that it accepts.
   *
   * @param held the credentials that a wallet holds, oldest first
   * @return as many as there are input descriptors, in their order; one may be there twice
   * @throws IllegalStateException if there is none for one of them
   */
  public List<IssuedCredential> choose(List<IssuedCredential> held) {
    return inputDescriptors.stream()
        .map(descriptor -> held.stream()
            .filter(descriptor::accepts)
            .reduce((older, newer) -> newer)
            .orElseThrow(() -> new IllegalStateException(
                "the wallet holds no credential for the input descriptor " + descriptor.id())))
        .toList();
  }
}
