package dev.authmock.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.it.support.Keys;
import dev.authmock.sdk.JournalQuery;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.IssuedCredential;
import dev.authmock.sdk.wallet.ServiceWallet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wallet whose every request goes to another node than the one before gets its credential. */
class WalletOfBothNodesTest extends TwoNodesTest {

  @Test
  void both_sign_with_the_same_key() {
    JWKSet keys = A.sdk().jwks();

    assertThat(keys.getKeys()).hasSize(1);
    assertThat(B.sdk().jwks().toString()).isEqualTo(keys.toString());
    assertThat(B.sdk().issuerJwks().toString()).isEqualTo(A.sdk().issuerJwks().toString());
  }

  @Test
  void a_reset_leaves_the_key() {
    String keys = A.sdk().jwks().toString();
    A.sdk().control().reset();

    assertThat(B.sdk().jwks().toString()).isEqualTo(keys);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CTWalletSameAuthorisedInTime",
        "CTWalletCrossAuthorisedDeferred",
        "CTWalletSamePreAuthorisedInTime",
        "CTWalletCrossPreAuthorisedDeferred"
      })
  void a_holder_wallet_gets_its_credential_step_by_step_at_either_node(String type) {
    for (List<Node> nodes : List.of(List.of(A, B), List.of(B, A))) {
      HolderWallet wallet = HolderWallet.builder(Node.sdkTo(nodes.get(0), nodes.get(1)))
          .pause(this::advance)
          .pollInterval(Duration.ofSeconds(5))
          .build();

      IssuedCredential credential = wallet.obtainCredential(type);

      assertThat(credential.subject()).isEqualTo(wallet.did());
      assertThat(credential.types()).contains(type);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"VerifiableAuthorisationToOnboard", "VerifiableAuthorisationForTrustChain"})
  void a_service_wallet_gets_its_credential_step_by_step_at_either_node(String type) {
    ServiceWallet wallet =
        ServiceWallet.create(inTurn, "https://issuer.example/auth", Keys.ec("key-1"));
    wallet.obtainCredential("VerifiableAuthorisationToOnboard");

    assertThat(wallet.obtainCredential(type).types()).contains(type);
  }

  @Test
  void either_node_tells_the_whole_story_of_a_flow() {
    HolderWallet wallet = HolderWallet.create(inTurn);
    wallet.obtainCredential("CTWalletSameAuthorisedInTime");
    List<String> steps = List.of(
        "initiate-credential-offer",
        "offers",
        "authorize",
        "request_uri",
        "direct_post",
        "token",
        "credential");

    for (Node node : List.of(A, B)) {
      awaitThat("all steps", () -> steps(node, wallet.did()).size() == steps.size());
      assertThat(steps(node, wallet.did())).isEqualTo(steps);
      assertThat(node.http().browse("/flows/" + flow(node, wallet.did())).body())
          .contains("Credential request");
    }
  }

  private static List<String> steps(Node node, String client) {
    String flow = flow(node, client);
    return flow == null
        ? List.of()
        : node.sdk().control().readFlow(flow).getEntries().stream()
            .map(entry -> entry
                .getPath()
                .replaceFirst("/(offers|request_uri)/.*", "/$1")
                .replaceFirst(".*/", ""))
            .toList();
  }

  private static String flow(Node node, String client) {
    return node
        .sdk()
        .control()
        .journal(JournalQuery.all().withClientId(client))
        .getEntries()
        .stream()
        .map(JournalEntry::getFlow)
        .findFirst()
        .orElse(null);
  }
}
