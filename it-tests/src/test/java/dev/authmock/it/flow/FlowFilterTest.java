package dev.authmock.it.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.JournalQuery;
import dev.authmock.sdk.control.model.Flow;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.wallet.HolderWallet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal lists the requests of one flow alone, where it is asked to. */
class FlowFilterTest extends FlowsTest {
  private Flow flow;

  @BeforeEach
  void runTwoFlows() {
    HolderWallet wallet = holder();
    wallet.obtainCredential("CTWalletSamePreAuthorisedDeferred");
    flow = flowOf(wallet.did());
    holder().obtainCredential("CTWalletSamePreAuthorisedInTime");
  }

  @Test
  void a_flow_is_listed_newest_first() {
    List<String> ids = ids(JournalQuery.all().withFlow(flow.getId()));

    Collections.reverse(ids);
    assertThat(ids)
        .isEqualTo(flow.getEntries().stream().map(JournalEntry::getId).toList());
  }

  @Test
  void the_filter_goes_with_the_others() {
    JournalQuery ofFlow = JournalQuery.all().withFlow(flow.getId());

    assertThat(ids(ofFlow.withFailedCheck("credential.ready"))).hasSize(1);
    assertThat(ids(ofFlow.withFailedCheck("code.unused"))).isEmpty();
    assertThat(ids(ofFlow.withClientId("did:key:z")).isEmpty()).isTrue();
    assertThat(ids(ofFlow.withLimit(2))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "%3Cscript%3E", "null"})
  void of_an_unknown_flow_there_is_nothing(String id) {
    var answer = http.get("/mock/journal?flow=" + id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("entries")).isEmpty();
    assertThat(answer.json().path("total").intValue()).isPositive();
  }

  @Test
  void what_belongs_to_no_flow_has_none() {
    http.get("/nowhere");

    assertThat(sdk.control()
            .journal(JournalQuery.all().withFailedCheck("request.path"))
            .getEntries())
        .isNotEmpty()
        .allMatch(entry -> entry.getFlow() == null && entry.getFlowUrl() == null);
  }

  private List<String> ids(JournalQuery query) {
    return new ArrayList<>(sdk.control().journal(query).getEntries().stream()
        .map(JournalEntry::getId)
        .toList());
  }
}
