package dev.authmock.it.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.jwks.RawJws;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.wallet.HolderWallet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody writes into the story of an attempt who has nothing that was given in it. */
class FlowForgeryTest extends FlowsTest {
  private HolderWallet wallet;
  private TokenResponse tokens;
  private String flow;
  private int entries;

  @BeforeEach
  void runFlow() {
    wallet = holder();
    CredentialOffer offer =
        wallet.readOffer(wallet.requestOffer("CTWalletSamePreAuthorisedInTime"));
    tokens = wallet.redeem(offer);
    flow = flowOf(wallet.did()).getId();
    entries = sdk.control().readFlow(flow).getEntries().size();
  }

  @AfterEach
  void the_story_is_as_long_as_before() {
    assertThat(sdk.control().readFlow(flow).getEntries()).hasSize(entries);
  }

  @Test
  void an_access_token_that_another_has_signed_belongs_to_no_flow() {
    String[] parts = tokens.getAccessToken().split("\\.", -1);

    requireRefused(ask(RawJws.signed(parts[0], parts[1], Keys.ec("key-1"))));
  }

  @Test
  void an_access_token_without_a_signature_belongs_to_no_flow() {
    String header = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    requireRefused(ask(header + "." + tokens.getAccessToken().split("\\.", -1)[1] + "."));
  }

  @Test
  void who_knows_the_id_of_a_flow_cannot_name_it() {
    requireRefused(ask(flow));
    requireRefused(http.token(Form.ofPreAuthorizedCode(flow)));
    requireRefused(http.token(Form.ofPreAuthorizedCode(flow + "." + flow)));
    requireRefused(http.get(RawHttp.ISSUER_MOCK + "/offers/" + flow));
    requireRefused(http.get(RawHttp.AUTH_MOCK + "/request_uri/" + flow));
    requireRefused(http.directPost(Form.empty().with("state", flow).with("error", "x")));
    requireRefused(http.request("POST", RawHttp.DEFERRED)
        .header("Authorization", "Bearer " + flow)
        .send());
  }

  @Test
  void who_knows_the_wallet_begins_a_flow_of_its_own() {
    http.get(RawHttp.OFFER + "?"
        + Form.of(Map.of(
                "credential_type", "CTWalletSameAuthorisedInTime", "client_id", wallet.did()))
            .encoded());

    assertThat(flowsOf(wallet.did())).hasSize(2);
  }

  private Exchange ask(String accessToken) {
    return http.postJson(
        RawHttp.CREDENTIAL, accessToken, Json.write(Map.of("format", "jwt_vc", "types", "x")));
  }

  private static void requireRefused(Exchange answer) {
    assertThat(answer.status()).as("%s", answer).isBetween(400, 404);
  }
}
