package dev.authmock.grant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which type of credential a code leads to.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396#section-2">RFC 9396, section 2</a>
 */
public final class AuthorizedType {
  private AuthorizedType() {}

  /** The most special of the types that the first of the authorization_details names, if any. */
  public static @Nullable String of(List<Map<String, Object>> authorizationDetails) {
    if (authorizationDetails.isEmpty()
        || !(authorizationDetails.get(0).get("types") instanceof List<?> types)
        || types.isEmpty()) {
      return null;
    }
    return types.get(types.size() - 1) instanceof String type ? type : null;
  }
}
