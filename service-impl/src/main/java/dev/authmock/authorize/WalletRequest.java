package dev.authmock.authorize;

import dev.authmock.grant.FlowMember;
import dev.authmock.grant.Weight;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A request of this server to a wallet, as the wallet can fetch it.
 *
 * @param flowId the flow that it belongs to
 * @param jwt the request object
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-5.2">RFC 9101, section 5.2</a>
 */
@Serdeable
record WalletRequest(String flowId, String jwt) implements FlowMember {

  @Override
  public long weight() {
    return Weight.of(flowId, jwt);
  }

  /** Says nothing of the state and the nonce in it. */
  @Override
  public String toString() {
    return "WalletRequest";
  }
}
