package dev.authmock.credential;

import dev.authmock.grant.TokenId;
import dev.authmock.jose.SignedJwt;
import dev.authmock.json.JsonMembers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an access token of this server says.
 *
 * @param id its {@code jti}
 * @param subject the DID or client_id that it is about
 * @param clientId the client that it was given to
 * @param firstNonce the c_nonce that was given with it
 * @param authorizedTypes the types of each credential that it is for
 * @param expiresAt when it ends
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.2">RFC 9068, section 2.2</a>
 */
record AccessToken(
    TokenId id,
    String subject,
    String clientId,
    String firstNonce,
    List<List<String>> authorizedTypes,
    Instant expiresAt) {

  /** Reads the claims; empty where one that the token endpoint gives is not there. */
  static Optional<AccessToken> of(SignedJwt jwt, Instant expiresAt) {
    if (!(jwt.claims().get("claims") instanceof Map<?, ?> object)) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> claims = members(object);
    Optional<String> jti = jwt.string("jti").value();
    Optional<String> subject = jwt.string("sub").value();
    Optional<String> client = JsonMembers.string(claims, "client_id").value();
    Optional<String> nonce = JsonMembers.string(claims, "c_nonce").value();
    if (jti.isEmpty() || subject.isEmpty() || client.isEmpty() || nonce.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new AccessToken(
        TokenId.parse(jti.get()),
        subject.get(),
        client.get(),
        nonce.get(),
        types(claims.get("authorization_details")),
        expiresAt));
  }

  /** The flow that a token with that {@code jti} came from, if it has one. */
  static @Nullable String flowOf(SignedJwt jwt) {
    return jwt.string("jti").value().map(jti -> TokenId.parse(jti).flowId()).orElse(null);
  }

  private static List<List<String>> types(@Nullable Object details) {
    if (!(details instanceof List<?> list)) {
      return List.of();
    }
    return list.stream()
        .flatMap(detail -> detail instanceof Map<?, ?> object
            ? JsonMembers.strings(members(object), "types").value().stream()
            : null)
        .toList();
  }

  @SuppressWarnings("unchecked") // JSON has no other names than strings
  private static Map<String, @Nullable Object> members(Map<?, ?> object) {
    return (Map<String, @Nullable Object>) object;
  }

  /** Says nothing of the nonce. */
  @Override
  public String toString() {
    return "AccessToken[" + clientId + "]";
  }
}
