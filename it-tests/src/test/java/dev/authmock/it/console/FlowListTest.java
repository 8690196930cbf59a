package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.sdk.wallet.HolderWallet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of flows: one line for each attempt, the one in which something came last first. */
class FlowListTest extends ConsoleTest {

  @Test
  void an_attempt_is_one_line_with_all_its_steps() {
    HolderWallet wallet = HolderWallet.create(sdk);
    wallet.obtainCredential("CTWalletSameAuthorisedInTime");
    String flow = sdk.control().journal().getEntries().get(0).getFlow();
    refused("https://client.example");

    Exchange page = page("/console/flows");

    assertThat(page.body())
        .containsOnlyOnce("href=\"/flows/" + flow + "\"")
        .contains("CTWalletSameAuthorisedInTime", "all accepted", "title=\"" + wallet.did() + "\"")
        .containsSubsequence(
            "Offer, accepted", "Token request, accepted", "Credential request, accepted")
        .doesNotContain("https://client.example");
  }

  @Test
  void the_flow_of_the_latest_request_stands_first_and_says_why_it_was_refused() {
    HolderWallet first = HolderWallet.create(sdk);
    String offer = first.requestOffer("CTWalletSamePreAuthorisedInTime");
    String flow = sdk.control().journal().getEntries().get(0).getFlow();
    HolderWallet.create(sdk).requestOffer("CTWalletSameAuthorisedInTime");
    String other = sdk.control().journal().getEntries().get(0).getFlow();
    assertThat(page("/console/flows").body())
        .containsSubsequence("/flows/" + other, "/flows/" + flow);

    String code = first.readOffer(offer).getGrants().getPreAuthorizedCode().getPreAuthorizedCode();
    http.token(Form.ofPreAuthorizedCode(code).with("user_pin", "00000"));

    assertThat(page("/console/flows").body())
        .containsSubsequence(
            "/flows/" + flow, "1 of 3 refused", "The user_pin must be", "/flows/" + other);
  }

  @Test
  void a_page_that_knows_all_gets_nothing() {
    HolderWallet.create(sdk).requestOffer("CTWalletSameAuthorisedInTime");
    Matcher known = Pattern.compile("name=\"known\" value=\"([0-9]+)\"")
        .matcher(page("/console/flows").body());
    assertThat(known.find()).isTrue();
    String rows = "/console/flows/rows?known=" + known.group(1);

    assertThat(http.request("GET", rows).sendUnchecked().status()).isEqualTo(204);
    refused("https://client.example");
    assertThat(page(rows).body()).contains("hx-swap-oob", "/flows/");
  }
}
