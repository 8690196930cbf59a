package dev.authmock.sdk.wallet;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Says where in a presentation the credential for each input descriptor is.
 *
 * @see <a href="https://identity.foundation/presentation-exchange/spec/v2.0.0/">Presentation
 *     Exchange 2.0.0, section 6</a>
 */
final class PresentationSubmission {

  private PresentationSubmission() {}

  /** The submission as JSON; a descriptor that no credential is for is left out. */
  static String of(PresentationDefinition definition, List<IssuedCredential> presented) {
    List<Object> map = new ArrayList<>();
    for (InputDescriptor descriptor : definition.inputDescriptors()) {
      for (int i = presented.size() - 1; i >= 0; i--) {
        if (descriptor.accepts(presented.get(i))) {
          map.add(entry(descriptor.id(), i));
          break;
        }
      }
    }
    Map<String, Object> submission = new LinkedHashMap<>();
    submission.put("id", UUID.randomUUID().toString());
    submission.put("definition_id", definition.id());
    submission.put("descriptor_map", map);
    return JSONObjectUtils.toJSONString(submission);
  }

  private static Map<String, Object> entry(String id, int index) {
    Map<String, Object> entry = path(id, "jwt_vp", "$");
    entry.put("path_nested", path(id, "jwt_vc", "$.vp.verifiableCredential[" + index + "]"));
    return entry;
  }

  private static Map<String, Object> path(String id, String format, String path) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("format", format);
    entry.put("path", path);
    return entry;
  }
}
