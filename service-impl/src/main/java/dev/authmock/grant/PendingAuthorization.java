package dev.authmock.grant;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that waits for the wallet's answer at {@code direct_post}; behind the
 * {@code state} that this server sent to the wallet.
 *
 * @param flowId the flow that it belongs to
 * @param clientId the client that asked
 * @param redirectUri where the client gets the code
 * @param state the client's own state, if it sent one
 * @param clientNonce the client's own nonce, if it sent one
 * @param codeChallenge the PKCE challenge (S256), if there was one
 * @param authorizationDetails what was asked for, as JSON objects
 * @param nonce the nonce that this server sent to the wallet
 * @param presentationDefinition the id of the presentation definition that has to be met; null where
 *     an ID token was asked for
 * @param requestId the id of this server's request object, where it went by reference
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
@Serdeable
public record PendingAuthorization(
    String flowId,
    String clientId,
    String redirectUri,
    @Nullable String state,
    @Nullable String clientNonce,
    @Nullable CodeChallenge codeChallenge,
    List<Map<String, Object>> authorizationDetails,
    String nonce,
    @Nullable String presentationDefinition,
    @Nullable String requestId)
    implements FlowMember {

  @Override
  public long weight() {
    return Weight.of(
        flowId, clientId, redirectUri, state, clientNonce, authorizationDetails, nonce, requestId);
  }

  /** Says nothing of states and nonces. */
  @Override
  public String toString() {
    return "PendingAuthorization[" + clientId + "]";
  }
}
