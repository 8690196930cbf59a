package dev.authmock.console;

import dev.authmock.credential.CredentialType;
import dev.authmock.grant.FlowMember;
import dev.authmock.grant.Weight;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An offer that was started here, with what the tester has to hand to the wallet.
 *
 * @param flowId the flow that began with it
 * @param wallet the DID that it is for
 * @param type what is offered
 * @param url what the wallet is to open; leads to the code
 * @param pin the PIN that goes with it, where there is one
 * @param expiresAt until when it is good
 */
public record ShownOffer(
    String flowId,
    String wallet,
    CredentialType type,
    String url,
    @Nullable String pin,
    Instant expiresAt)
    implements FlowMember {

  @Override
  public long weight() {
    return Weight.of(flowId, wallet, url, pin);
  }

  /** Says nothing of the secrets. */
  @Override
  public String toString() {
    return "ShownOffer[" + type.name() + "]";
  }
}
