package dev.authmock.it.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.JournalQuery;
import dev.authmock.sdk.control.model.Flow;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.wallet.HolderWallet;
import java.time.Duration;
import java.util.List;

/** What tests of flows stand on: wallets, and the flows that they left in the journal. */
abstract class FlowsTest extends ServiceTest {

  /** A holder wallet that nobody has had before; it comes for deferred credentials when they are there. */
  final HolderWallet holder() {
    return HolderWallet.builder(sdk)
        .clock(clock)
        .pause(clock::advance)
        .pollInterval(Duration.ofSeconds(5))
        .build();
  }

  /** The one flow of that client. */
  final Flow flowOf(String clientId) {
    List<String> flows = flowsOf(clientId);
    assertThat(flows).as("the flows of " + clientId).hasSize(1);
    return sdk.control().readFlow(flows.get(0));
  }

  /** The flows of that client, the newest first. */
  final List<String> flowsOf(String clientId) {
    return sdk.control().journal(JournalQuery.all().withClientId(clientId)).getEntries().stream()
        .map(JournalEntry::getFlow)
        .distinct()
        .toList();
  }

  /** The last segment but one of a path with an id at its end, else the last. */
  static String step(JournalEntry entry) {
    return entry.getPath().replaceFirst("/(offers|request_uri)/.*", "/$1").replaceFirst(".*/", "");
  }

  static List<String> steps(Flow flow) {
    return flow.getEntries().stream().map(FlowsTest::step).toList();
  }

  /** Which rule each step broke; a dash for none. */
  static List<String> failures(Flow flow) {
    return flow.getEntries().stream()
        .map(entry -> entry.getFailedCheck() == null ? "-" : entry.getFailedCheck())
        .toList();
  }
}
