package dev.authmock.grant;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a credential offer bound to the {@code issuer_state} in it.
 *
 * @param flowId the flow that began with the offer
 * @param clientId the wallet that the offer was made for
 * @param types the types of the credential that was offered
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4.1.1">OpenID4VCI
 *     draft 11, section 4.1.1</a>
 */
@Serdeable
public record IssuerState(String flowId, String clientId, List<String> types)
    implements FlowMember {

  @Override
  public long weight() {
    return Weight.of(flowId, clientId, types);
  }
}
