package dev.authmock.grant;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a credential offer bound to the pre-authorized code in it.
 *
 * @param flowId the flow that it belongs to
 * @param clientId the wallet that the offer was made for
 * @param subject the DID or client_id that the tokens are about
 * @param userPinRequired whether the code is only good together with a PIN
 * @param nonce the nonce of the ID token, if there is to be one
 * @param authorizationDetails what the offer is about, as JSON objects
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4.1.1">OpenID4VCI
 *     draft 11, section 4.1.1</a>
 */
@Serdeable
public record PreAuthorizedCode(
    String flowId,
    String clientId,
    String subject,
    boolean userPinRequired,
    @Nullable String nonce,
    List<Map<String, Object>> authorizationDetails)
    implements FlowMember {

  @Override
  public long weight() {
    return Weight.of(flowId, clientId, subject, nonce, authorizationDetails);
  }
}
