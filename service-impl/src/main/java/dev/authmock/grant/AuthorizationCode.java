package dev.authmock.grant;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization request bound to the code that it led to.
 *
 * @param flowId the flow that it belongs to
 * @param clientId the client that may redeem the code
 * @param subject the DID or client_id that the tokens are about
 * @param redirectUri the redirect_uri of the request, if it had one
 * @param codeChallenge the PKCE challenge (S256) of the request, if it had one
 * @param nonce the nonce of the request, if it had one
 * @param authorizationDetails what was asked for, as JSON objects
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
@Serdeable
public record AuthorizationCode(
    String flowId,
    String clientId,
    String subject,
    @Nullable String redirectUri,
    @Nullable CodeChallenge codeChallenge,
    @Nullable String nonce,
    List<Map<String, Object>> authorizationDetails)
    implements FlowMember {

  @Override
  public long weight() {
    return Weight.of(flowId, clientId, subject, redirectUri, nonce, authorizationDetails);
  }
}
