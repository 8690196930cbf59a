package dev.authmock.offer;

import dev.authmock.credential.CredentialType;
import dev.authmock.grant.FlowMember;
import dev.authmock.grant.Weight;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A credential offer, as long as it can be read.
 *
 * @param flowId the flow that began with it
 * @param clientId the wallet that it is for
 * @param type what is offered
 * @param grant the pre-authorized code or the issuer_state in it
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4.1.1">OpenID4VCI
 *     draft 11, section 4.1.1</a>
 */
@Serdeable
record StoredOffer(String flowId, String clientId, CredentialType type, String grant)
    implements FlowMember {

  @Override
  public long weight() {
    return Weight.of(flowId, clientId, grant);
  }

  /** Says nothing of the code. */
  @Override
  public String toString() {
    return "StoredOffer[" + type.name() + "]";
  }
}
