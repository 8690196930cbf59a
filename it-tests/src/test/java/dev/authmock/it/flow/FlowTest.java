package dev.authmock.it.flow;

import static dev.authmock.it.support.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Keys;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.control.model.Flow;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.ServiceWallet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All requests of one attempt are one flow, by whichever way it went. */
class FlowTest extends FlowsTest {

  @Test
  void an_authorised_attempt_is_one_flow_from_the_offer_to_the_deferred_credential() {
    HolderWallet wallet = holder();
    wallet.obtainCredential("CTWalletSameAuthorisedDeferred");

    Flow flow = flowOf(wallet.did());
    assertThat(steps(flow))
        .containsExactly(
            "initiate-credential-offer",
            "offers",
            "authorize",
            "request_uri",
            "direct_post",
            "token",
            "credential",
            "credential_deferred",
            "credential_deferred");
    assertThat(failures(flow))
        .containsExactly("-", "-", "-", "-", "-", "-", "-", "credential.ready", "-");
    assertThat(flow.getClientId()).isEqualTo(wallet.did());
    assertThat(flow.getUrl()).hasToString(http.base() + "/flows/" + flow.getId());
  }

  @Test
  void a_pre_authorised_attempt_is_one_flow_from_the_offer_to_the_credential() {
    HolderWallet wallet = holder();
    wallet.obtainCredential("CTWalletCrossPreAuthorisedInTime");

    assertThat(steps(flowOf(wallet.did())))
        .containsExactly("initiate-credential-offer", "offers", "token", "credential");
  }

  @Test
  void the_attempt_of_a_service_wallet_begins_with_its_authorization_request() {
    String clientId = clients.freshId();
    ServiceWallet wallet =
        ServiceWallet.builder(sdk, clientId, Keys.ec("key-1")).clock(clock).build();
    sdk.control().clearJournal();
    wallet.obtainCredential("VerifiableAuthorisationToOnboard");
    wallet.obtainCredential("VerifiableAuthorisationForTrustChain");

    List<String> flows = flowsOf(clientId);
    assertThat(flows).hasSize(2).doesNotContainNull();
    for (String flow : flows) {
      assertThat(steps(sdk.control().readFlow(flow)))
          .containsExactly("authorize", "request_uri", "direct_post", "token", "credential");
    }
  }

  @Test
  void a_minted_code_begins_a_flow() {
    sdk.redeem(PreAuthorizedCodeGrant.of(codes.preAuthorizedWithoutPin()));

    assertThat(steps(flowOf(Codes.HOLDER))).containsExactly("pre-authorized-codes", "token");
  }

  @Test
  void each_attempt_of_a_wallet_is_a_flow_of_its_own() {
    HolderWallet wallet = holder();
    wallet.obtainCredential("CTWalletSamePreAuthorisedInTime");
    wallet.obtainCredential("CTWalletSamePreAuthorisedInTime");
    wallet.requestOffer("CTWalletSamePreAuthorisedInTime");

    assertThat(flowsOf(wallet.did())).hasSize(3).doesNotContainNull();
  }

  @Test
  void the_attempts_of_two_wallets_are_not_mixed() {
    HolderWallet one = holder();
    HolderWallet two = holder();
    var offerOfOne = one.readOffer(one.requestOffer("CTWalletSameAuthorisedInTime"));
    var offerOfTwo = two.readOffer(two.requestOffer("CTWalletSameAuthorisedInTime"));
    var codeOfTwo = two.authorize(offerOfTwo);
    var codeOfOne = one.authorize(offerOfOne);
    sdk.redeem(codeOfOne);
    sdk.redeem(codeOfTwo);

    assertThat(flowOf(one.did()).getEntries())
        .hasSize(6)
        .noneMatch(entry -> two.did().equals(entry.getClientId()));
    assertThat(flowOf(two.did()).getEntries())
        .hasSize(6)
        .noneMatch(entry -> one.did().equals(entry.getClientId()));
  }

  @Test
  void an_accepted_flow_says_so() {
    HolderWallet wallet = holder();
    wallet.obtainCredential("CTWalletSameAuthorisedInTime");

    Flow flow = flowOf(wallet.did());
    assertThat(flow.getOutcome()).isEqualTo(Flow.OutcomeEnum.ACCEPTED);
    assertThat(flow.getEntries())
        .allMatch(entry -> entry.getOutcome() == JournalEntry.OutcomeEnum.ACCEPTED)
        .allMatch(entry -> flow.getId().equals(entry.getFlow()))
        .allMatch(entry -> flow.getUrl().equals(entry.getFlowUrl()))
        .allSatisfy(entry -> assertThat(entry.getChecks()).isNotEmpty());
  }

  @Test
  void to_come_too_early_for_a_deferred_credential_does_not_spoil_the_flow() {
    HolderWallet wallet = holder();
    wallet.obtainCredential("CTWalletSamePreAuthorisedDeferred");

    Flow flow = flowOf(wallet.did());
    assertThat(failures(flow)).contains("credential.ready");
    assertThat(flow.getOutcome()).isEqualTo(Flow.OutcomeEnum.ACCEPTED);
  }

  @Test
  void the_entries_come_oldest_first() {
    HolderWallet wallet = holder();
    wallet.obtainCredential("CTWalletSameAuthorisedDeferred");

    assertThat(flowOf(wallet.did()).getEntries())
        .extracting(JournalEntry::getReceivedAt)
        .isSorted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%3Cscript%3E", "%00"})
  void an_unknown_flow_is_not_found(String id) {
    assertThatProblem(http.get("/flows/" + id)).is(NOT_FOUND, "invalid_request", "journal.flow");
  }

  @Test
  void after_clearing_the_journal_a_flow_has_nothing_to_tell() {
    HolderWallet wallet = holder();
    wallet.obtainCredential("CTWalletSamePreAuthorisedInTime");
    String url = flowOf(wallet.did()).getUrl().toString();

    sdk.control().clearJournal();
    assertThatProblem(http.get(url)).is(NOT_FOUND, "invalid_request", "journal.flow");
  }
}
