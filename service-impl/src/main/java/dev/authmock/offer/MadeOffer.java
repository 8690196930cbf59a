package dev.authmock.offer;

import dev.authmock.credential.CredentialType;
import java.time.Instant;

/**
 * An offer on its way to the wallet.
 *
 * @param url what the wallet is to open
 * @param type what is offered
 * @param expiresAt when the offer ends
 */
public record MadeOffer(String url, CredentialType type, Instant expiresAt) {

  /** Whether the wallet is on another device than whoever asked for the offer. */
  public boolean isForAnotherDevice() {
    return type.offer().isCrossDevice();
  }
}
