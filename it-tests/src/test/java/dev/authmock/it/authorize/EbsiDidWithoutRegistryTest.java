package dev.authmock.it.authorize;

import dev.authmock.it.support.Keys;
import dev.authmock.it.support.flow.AnswerTest;
import dev.authmock.sdk.wallet.ServiceWallet;
import dev.authmock.sdk.wallet.WalletIdentity;
import org.junit.jupiter.api.Test;

/**
 * Without a configured registry nobody is asked for a did:ebsi, and it proves nothing.
 *
 * @see <a href="https://www.w3.org/TR/did-1.0/#authentication">DID Core, section 5.3.1</a>
 */
class EbsiDidWithoutRegistryTest extends AnswerTest {
  private static final String DID = "did:ebsi:zvHWX359A3CvfJnCYaAiAde";

  @Test
  void the_answer_says_that_no_registry_is_configured() {
    ServiceWallet service = ServiceWallet.builder(sdk, clients.freshId(), Keys.ec("key-1"))
        .identity(WalletIdentity.of(DID, DID + "#key-1", Keys.ec("key-1")))
        .clock(clock)
        .build();
    beAsked(service, service.signed(service.authorizationRequest(service.types(VA_TO_ONBOARD))));
    assertBad(good(), "id_token.key_known").saying("no registry");
  }
}
