package dev.authmock.token;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which token requests a shape is for; what is left out matches any.
 *
 * @param grantType the grant_type
 * @param clientId the client that the tokens are for
 * @param credentialType a type among the authorization_details
 * @param parameters parameters of the request with the value that they have to have, or {@code *}
 */
public record ShapeMatch(
    @Nullable String grantType,
    @Nullable String clientId,
    @Nullable String credentialType,
    Map<String, String> parameters) {
  private static final String ANY = "*";

  /** Whether a request that was granted is one of them. */
  boolean fits(Authorization authorization, TokenRequest request) {
    return (grantType == null || grantType.equals(request.grantType()))
        && (clientId == null || clientId.equals(authorization.clientId()))
        && (credentialType == null || isFor(credentialType, authorization))
        && (parameters.isEmpty() || areIn(request.parameters()));
  }

  private static boolean isFor(String type, Authorization authorization) {
    return authorization.authorizationDetails().stream()
        .anyMatch(detail -> detail.get("types") instanceof List<?> types && types.contains(type));
  }

  private boolean areIn(Map<String, String> sent) {
    return parameters.entrySet().stream().allMatch(wanted -> {
      String value = sent.get(wanted.getKey());
      return value != null
          && (wanted.getValue().equals(ANY) || wanted.getValue().equals(value));
    });
  }

  /** Says nothing of the values, among which may be secrets. */
  @Override
  public String toString() {
    return "ShapeMatch" + parameters.keySet();
  }
}
