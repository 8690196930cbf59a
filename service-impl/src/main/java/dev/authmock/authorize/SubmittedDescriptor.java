package dev.authmock.authorize;

import dev.authmock.json.JsonMembers;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One element of a descriptor_map.
 *
 * @param id the input descriptor that it is for
 * @param members its members
 * @param nested the members of its path_nested
 * @see <a
 *     href="https://identity.foundation/presentation-exchange/spec/v2.0.0/#processing-of-submission-entries">DIF
 *     Presentation Exchange 2.0, Processing of Submission Entries</a>
 */
record SubmittedDescriptor(String id, Map<String, Object> members, Map<String, Object> nested) {
  /** JSONPath, from the claims of the VP token or from its vp. */
  private static final Pattern PATH_OF_CREDENTIAL = Pattern.compile(
      "\\$(\\.vp|\\['vp'\\])?(\\.verifiableCredential|\\['verifiableCredential'\\])\\[(\\d{1,3})\\]");

  /** The element, if it is an object with an id. */
  static Stream<SubmittedDescriptor> read(@Nullable Object element) {
    return Json.object(element).stream()
        .flatMap(members -> JsonMembers.string(members, "id").value().stream()
            .map(id -> new SubmittedDescriptor(
                id, members, Json.object(members.get("path_nested")).orElse(Map.of()))));
  }

  boolean hasFormats() {
    return PresentationDefinition.JWT_VP.equals(members.get("format"))
        && PresentationDefinition.JWT_VC.equals(nested.get("format"));
  }

  /** The place of the credential in the presentation, if the paths lead to one. */
  Optional<Integer> index() {
    if (!"$".equals(members.get("path")) || !(nested.get("path") instanceof String path)) {
      return Optional.empty();
    }
    Matcher matcher = PATH_OF_CREDENTIAL.matcher(path);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(3))) : Optional.empty();
  }

  /** It as the sender wrote it. */
  String shown() {
    return Json.text(members);
  }
}
