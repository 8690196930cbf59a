package dev.authmock.it.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.AllSecrets;
import dev.authmock.it.support.Exchange;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.JournalQuery;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.wallet.HolderWallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No entry, no flow and no page of any endpoint shows a secret that went to and fro. */
class StorySecretsTest extends Stories {

  @Test
  void no_secret_of_any_endpoint_is_shown() {
    holderWallet().obtainCredential(AUTHORISED);
    holderWallet().obtainCredential("CTWalletSameAuthorisedDeferred");
    var service = serviceWallet();
    service.obtainCredential(VA_TO_ONBOARD);
    service.obtainCredential(FOR_TRUST_CHAIN);
    HolderWallet wallet = walletWithUnlikelyPin();
    CredentialOffer offer =
        wallet.readOffer(wallet.requestOffer("CTWalletSamePreAuthorisedInTime"));
    String code = offer.getGrants().getPreAuthorizedCode().getPreAuthorizedCode();
    var wrong = PreAuthorizedCodeGrant.of(code).withUserPin(UserPin.of("0000001"));
    assertThat(catchThrowable(() -> sdk.redeem(wrong))).isInstanceOf(AuthMockException.class);
    wallet.redeem(offer);
    requireNoneShown(AllSecrets.of(exchangesOfSdk()));
  }

  private void requireNoneShown(Set<String> secrets) {
    assertThat(secrets).hasSizeGreaterThan(100);
    List<JournalEntry> entries =
        sdk.control().journal(JournalQuery.all().withLimit(1000)).getEntries();
    assertThat(entries).hasSizeGreaterThan(25);
    List<String> shown = new ArrayList<>();
    for (JournalEntry entry : entries) {
      shown.add(json(entry.getUrl().toString()));
      shown.add(page(entry));
    }
    entries.stream()
        .map(JournalEntry::getFlowUrl)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(flow -> {
          shown.add(json(flow.toString()));
          shown.add(http.browse(flow.toString()).body());
        });
    for (String secret : secrets) {
      for (String text : shown) {
        assertThat(AllSecrets.isIn(text, secret))
            .as("'%s' is shown in %s", secret, text)
            .isFalse();
      }
    }
  }

  /** How long a request took is no secret, and may look like a PIN. */
  private String json(String url) {
    Exchange read = http.get(url);
    assertThat(read.status()).isEqualTo(200);
    return read.body().replaceAll("\"duration_ms\":[0-9.E-]+", "");
  }

  /** No number of an RFC, no year and no port begins with zeros. */
  private HolderWallet walletWithUnlikelyPin() {
    HolderWallet wallet = holderWallet();
    while (!wallet.userPin().digits().startsWith("00")) {
      wallet = holderWallet();
    }
    return wallet;
  }
}
