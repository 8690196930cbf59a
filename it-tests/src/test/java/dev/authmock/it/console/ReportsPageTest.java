package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.wallet.HolderWallet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console leads to the report of each client. */
class ReportsPageTest extends ConsoleTest {

  @Test
  void a_client_that_was_seen_has_a_report() {
    assertThat(page("/console/reports").body()).contains("No client was seen yet.");
    HolderWallet wallet = HolderWallet.create(sdk);
    wallet.obtainCredential("CTWalletSameAuthorisedInTime");

    String list = page("/console/reports").body();
    Matcher link =
        Pattern.compile("href=\"[^\"]*(/mock/reports/[^\"]+)\">" + wallet.did()).matcher(list);
    assertThat(link.find()).as(list).isTrue();
    assertThat(page(link.group(1)).body()).contains("CTWalletSameAuthorisedInTime");
  }
}
