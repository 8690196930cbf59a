package dev.authmock.authorize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One credential that a presentation definition asks for: that of a type.
 *
 * <p>No maintained library for the JVM evaluates Presentation Exchange, which OpenID4VP has left
 * behind; so this is the subset that the definitions of this server need: one field, {@code
 * $.vc.type}, that contains a constant. Optional fields, submission requirements and limited
 * disclosure are not in it.
 *
 * @param id its id
 * @param credentialType the type that the credential must have
 * @see <a
 *     href="https://identity.foundation/presentation-exchange/spec/v2.0.0/#input-descriptor-object">DIF
 *     Presentation Exchange 2.0, Input Descriptor Object</a>
 */
record InputDescriptor(String id, String credentialType) {

  /** Whether a credential with these claims meets the constraints. */
  boolean isMetBy(Map<String, Object> claims) {
    return Json.object(claims.get("vc"))
        .filter(vc -> Json.hasType(vc, credentialType))
        .isPresent();
  }

  Map<String, Object> toJson() {
    Map<String, Object> filter =
        Map.of("type", "array", "contains", Map.of("const", credentialType));
    Map<String, Object> field = Map.of("path", List.of("$.vc.type"), "filter", filter);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("format", PresentationDefinition.FORMAT_OF_CREDENTIALS);
    json.put("constraints", Map.of("fields", List.of(field)));
    return json;
  }
}
