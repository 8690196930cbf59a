package dev.authmock.it.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import dev.authmock.sdk.control.model.RecordedCheck;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened at one node can be read at the other. */
class JournalOfBothNodesTest extends TwoNodesTest {

  @Test
  void the_link_of_a_refusal_shows_the_whole_verdict_at_the_other_node() {
    String code = minted();
    AuthMockException refused = refusedAt(A, code);
    String path = URI.create(refused.problem().instance().toString()).getPath();
    awaitThat("the entry at B", () -> B.http().get(path).status() == 200);

    JournalEntry there = B.sdk().control().explain(refused);

    assertThat(there).isEqualTo(A.sdk().control().explain(refused));
    RecordedCheck failed = there.getChecks().get(there.getChecks().size() - 1);
    assertThat(failed.getId()).isEqualTo("user_pin.matches");
    assertThat(failed.getActual()).contains("tries left: 4");
    assertThat(there.getParameters()).isNotEmpty();
    assertThat(there.getProblem()).isNotNull();
    Exchange page = B.http().browse(path);
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.body())
        .contains("user_pin.matches", "tries left: 4")
        .doesNotContain(code)
        .isEqualTo(A.http().browse(path).body());
  }

  @Test
  void both_list_the_entries_of_both_newest_first() {
    for (Node node : List.of(A, B, B, A)) {
      refusedAt(node, minted());
    }
    awaitThat("all entries at both", () -> ids(A).size() == 8 && ids(A).equals(ids(B)));

    assertThat(A.sdk().control().journal().getTotal()).isEqualTo(8);
    assertThat(paths(B)).filteredOn(path -> path.endsWith("/token")).hasSize(4);
    assertThat(paths(B).get(0)).endsWith("/token");
  }

  @Test
  void who_clears_the_journal_at_one_node_clears_it_at_the_other() {
    refusedAt(A, minted());
    refusedAt(B, minted());
    awaitThat("all entries at both", () -> ids(A).size() == 4 && ids(B).size() == 4);
    A.sdk().control().clearJournal();

    assertThat(ids(A)).isEmpty();
    assertThat(ids(B)).isEmpty();
    refusedAt(B, minted());
    awaitThat("what came since", () -> ids(A).size() == 2 && ids(B).size() == 2);
  }

  private static List<String> ids(Node node) {
    return node.sdk().control().journal().getEntries().stream()
        .map(JournalEntry::getId)
        .toList();
  }

  private static List<String> paths(Node node) {
    return node.sdk().control().journal().getEntries().stream()
        .map(JournalEntry::getPath)
        .toList();
  }

  private static String minted() {
    return A.sdk()
        .control()
        .mintPreAuthorizedCode(new PreAuthorizedCodeOrder().clientId(Codes.HOLDER))
        .getPreAuthorizedCode();
  }

  private static AuthMockException refusedAt(Node node, String code) {
    return (AuthMockException) catchThrowable(
        () -> node.sdk().redeem(PreAuthorizedCodeGrant.of(code).withUserPin(UserPin.of("7777"))));
  }
}
