package dev.authmock.credential;

import dev.authmock.grant.FlowMember;
import dev.authmock.grant.Weight;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A credential that was asked for, and comes later; behind its {@code acceptance_token}.
 *
 * @param flowId the flow that it belongs to
 * @param clientId the client that asked for it
 * @param subject the DID that it is to be about
 * @param type which it is
 * @param format the format that was asked for
 * @param readyAt from when on it is there
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-9">OpenID4VCI
 *     draft 11, section 9</a>
 */
@Serdeable
record DeferredCredential(
    String flowId,
    String clientId,
    String subject,
    CredentialType type,
    String format,
    Instant readyAt)
    implements FlowMember {

  @Override
  public long weight() {
    return Weight.of(flowId, clientId, subject, format, readyAt);
  }
}
