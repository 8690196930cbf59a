package dev.authmock.sdk.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * One credential that a verifier wants to see, described by constraints on its claims.
 *
 * @see <a href="https://identity.foundation/presentation-exchange/spec/v2.0.0/#input-descriptor">
 *     Presentation Exchange 2.0.0, section 5.1</a>
 */
public final class InputDescriptor {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** One constraint: a value at one of the paths has to pass the filter. */
  private record Field(List<ClaimPath> paths, ClaimFilter filter, boolean optional) {}

  private final String id;
  private final List<Field> fields;

  private InputDescriptor(String id, List<Field> fields) {
    this.id = id;
    this.fields = List.copyOf(fields);
  }

  static InputDescriptor parse(JsonNode json) {
    VerificationException.require(
        json.path("id").isTextual(), "an input descriptor must have an id");
    List<Field> fields = new ArrayList<>();
    json.path("constraints").path("fields").forEach(field -> fields.add(field(field)));
    return new InputDescriptor(json.path("id").textValue(), fields);
  }

  private static Field field(JsonNode json) {
    List<ClaimPath> paths = new ArrayList<>();
    json.path("path").forEach(path -> paths.add(ClaimPath.parse(path.asText())));
    return new Field(
        paths, ClaimFilter.parse(json.path("filter")), json.path("optional").asBoolean());
  }

  /**
   * The id of the descriptor.
   *
   * @return what a presentation submission calls it by
   */
  public String id() {
    return id;
  }

  /**
   * Whether a credential is what is wanted.
   *
   * <p>A path is tried on the claims of the JWT ({@code $.vc.type}) and on its credential ({@code
   * $.type}), for definitions are written in both ways.
   *
   * @param credential a credential that the wallet holds
   * @return whether it keeps all constraints
   */
  public boolean accepts(IssuedCredential credential) {
    JsonNode claims = MAPPER.valueToTree(credential.claims());
    return fields.stream().allMatch(field -> accepts(field, claims));
  }

  private static boolean accepts(Field field, JsonNode claims) {
    for (ClaimPath path : field.paths()) {
      for (JsonNode root : List.of(claims, claims.path("vc"))) {
        JsonNode value = path.of(root);
        if (!value.isMissingNode()) {
          // The first path that leads to something decides.
          return field.filter().passes(value);
        }
      }
    }
    return field.optional();
  }

  /** Tells the id. */
  @Override
  public String toString() {
    return "InputDescriptor[" + id + "]";
  }
}
