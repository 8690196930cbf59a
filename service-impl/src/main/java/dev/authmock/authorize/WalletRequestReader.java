package dev.authmock.authorize;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.grant.Lookup;
import jakarta.inject.Singleton;

/**
 * Lets wallets read the requests that went to them by reference.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-5.2.3">RFC 9101, section 5.2.3</a>
 */
@Singleton
class WalletRequestReader {
  private final WalletRequests requests;

  WalletRequestReader(WalletRequests requests) {
    this.requests = requests;
  }

  String read(String id, Evaluation evaluation) {
    evaluation.note("id", Fingerprint.of(id));
    Lookup<WalletRequest> found = requests.find(id);
    evaluation.noteFlow(found.flowId());
    evaluation.beforeDecision();
    evaluation.require(
        AuthorizeCheck.WALLET_REQUEST_KNOWN,
        found.live().isPresent(),
        () -> new Difference(
            "a request that waits for its answer",
            found.isKnown() ? "one whose time is up" : "none, or one that was answered"));
    return found.live().orElseThrow().jwt();
  }
}
