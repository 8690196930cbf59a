package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.sdk.wallet.HolderWallet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of requests: the newest first, as the filter says, a page at a time. */
class RequestListTest extends ConsoleTest {

  @Test
  void the_newest_request_stands_first_and_leads_to_its_story() {
    String first = refused("https://one.example");
    String second = refused("https://two.example");

    Exchange page = page("/console");

    assertThat(entries(page)).containsExactly(second, first);
    assertThat(page.body())
        .contains("href=\"/journal/" + first + "\"", "Token request", "https://one.example")
        .contains(
            "The grant_type must be one of this server", "grant_type.supported", "2 requests");
  }

  @Test
  void a_row_tells_whose_flow_it_is_and_where_that_leads() {
    HolderWallet wallet = HolderWallet.create(sdk);
    wallet.obtainCredential("CTWalletSameAuthorisedInTime");
    String flow = sdk.control().journal().getEntries().get(0).getFlow();

    assertThat(page("/console").body())
        .contains("href=\"/flows/" + flow + "\"", "title=\"" + wallet.did() + "\"")
        .contains("CTWalletSameAuthorisedInTime", "✓ accepted", "Credential request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client=one.example",
        "client=https%3A%2F%2Fone.example&outcome=refused&check=grant_type.supported",
        "client=one&flow=&check=&outcome="
      })
  void the_filter_is_in_the_address(String filter) {
    String wanted = refused("https://one.example");
    refused("https://two.example");

    Exchange page = page("/console?" + filter);

    assertThat(entries(page)).containsExactly(wanted);
    assertThat(page.body()).contains("1 of 2 requests");
  }

  @Test
  void what_the_filter_admits_not_is_not_there() {
    refused("https://one.example");
    for (String filter :
        List.of("outcome=accepted", "check=pin.matches", "flow=another", "client=nobody")) {
      Exchange page = page("/console?" + filter);
      assertThat(entries(page)).as(filter).isEmpty();
      assertThat(page.body()).contains("0 of 1 request", "No request that is kept fits");
    }
  }

  @Test
  void a_page_has_50_rows_and_leads_to_the_older_ones() {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      sent.add(refused("https://client.example"));
    }
    Collections.reverse(sent);

    Exchange first = page("/console");
    Exchange second = page("/console?before=" + sent.get(49));
    Exchange third = page("/console?before=" + sent.get(99));

    assertThat(entries(first)).isEqualTo(sent.subList(0, 50));
    assertThat(first.body()).contains("href=\"/console?before=" + sent.get(49) + "\"");
    assertThat(entries(second)).isEqualTo(sent.subList(50, 100));
    assertThat(entries(third)).isEqualTo(sent.subList(100, 120));
    assertThat(third.body()).doesNotContain("rel=\"next\"");
  }

  @Test
  void an_address_of_what_is_gone_says_so() {
    refused("https://client.example");

    assertThat(page("/console?before=0123456789abcdef").body()).contains("Nothing older is kept.");
  }

  @Test
  void a_page_that_knows_an_entry_gets_only_what_came_since() {
    String known = refused("https://one.example");
    assertThat(rows("since=" + known + "&shown=1").status()).isEqualTo(204);

    String second = refused("https://one.example");
    String other = refused("https://two.example");
    Exchange all = rows("since=" + known + "&shown=1");
    Exchange filtered = rows("client=one&since=" + known + "&shown=1");

    assertThat(entries(all)).containsExactly(other, second);
    assertThat(all.header("hx-reswap")).contains("afterbegin");
    assertThat(all.body()).contains("3 requests", "value=\"" + other + "\"");
    assertThat(entries(filtered)).containsExactly(second);
    assertThat(filtered.body()).contains("2 of 3 requests");
  }

  @Test
  void a_page_that_knows_nothing_or_has_grown_gets_a_fresh_list() {
    refused("https://client.example");
    String known = refused("https://client.example");
    refused("https://client.example");

    for (String what : List.of("since=gone&shown=3", "shown=0", "since=" + known + "&shown=100")) {
      Exchange fresh = rows(what);
      assertThat(entries(fresh)).as(what).hasSize(3);
      assertThat(fresh.header("hx-reswap")).contains("innerHTML");
    }
  }

  @Test
  void an_older_page_is_told_how_many_are_new() {
    String known = refused("https://client.example");
    assertThat(
            http.request("GET", "/console/news?since=" + known).sendUnchecked().body())
        .isBlank();

    refused("https://client.example");
    refused("https://other.example");

    assertThat(page("/console/news?since=" + known).body()).contains("2 new requests");
    assertThat(page("/console/news?client=other&since=" + known).body())
        .contains("1 new request", "href=\"/console?client=other\"");
  }

  @Test
  void a_page_can_stand_still() {
    assertThat(page("/console").body()).contains("sse-connect=\"/console/events\"", "live=off");
    assertThat(page("/console?live=off").body()).doesNotContain("hx-get", "sse-connect", "htmx.js");
  }

  @Test
  void the_journal_can_be_cleared() {
    refused("https://client.example");

    Exchange page = submitted("/console/journal/clear", Form.empty());

    assertThat(page.body()).contains("0 requests", "The journal was cleared.");
    assertThat(sdk.control().journal().getTotal()).isZero();
  }

  @Test
  void to_reset_everything_has_to_be_said_twice() {
    String entry = refused("https://client.example");
    assertThat(page("/console/reset").body()).contains("Reset everything?");
    assertThat(entries(page("/console"))).containsExactly(entry);

    assertThat(submitted("/console/reset", Form.empty()).body())
        .contains("Everything was reset.", "0 requests");
  }

  private Exchange rows(String query) {
    return http.request("GET", "/console/rows?" + query).sendUnchecked();
  }
}
