package dev.authmock.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.ClientAssertion;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.ProofOfPossession;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is good once is good once at both nodes together. */
class OnceAtBothNodesTest extends TwoNodesTest {
  private static final String CLIENT = "https://issuer.example/auth";
  private static final String TYPE = "CTWalletSamePreAuthorisedInTime";

  private final ECKey key = Keys.ec("key-1");

  @Test
  void a_code_of_one_node_is_redeemed_at_the_other_and_used_at_both_then() {
    String code = preAuthorized(false);

    assertThat(tokens(B, code, null)).isEqualTo("200");
    assertThat(tokens(A, code, null)).isEqualTo("pre-authorized_code.unused");
    assertThat(tokens(B, code, null)).isEqualTo("pre-authorized_code.unused");
  }

  @Test
  void of_many_attempts_at_both_nodes_at_once_one_gets_tokens() throws Exception {
    String code = preAuthorized(false);

    assertThat(together(40, i -> tokens(i % 2 == 0 ? A : B, code, null)))
        .containsOnlyOnce("200")
        .containsOnly("200", "pre-authorized_code.unused");
  }

  @Test
  void wrong_pins_are_counted_at_both_nodes_together() {
    String code = preAuthorized(true);
    for (Node node : List.of(A, B, B, A)) {
      assertThat(tokens(node, code, "0000")).isEqualTo("user_pin.matches");
    }
    tokens(B, code, "0000");

    assertThat(tokens(A, code, Codes.DERIVED_PIN)).isEqualTo("user_pin.tries");
    assertThat(tokens(B, code, Codes.DERIVED_PIN)).isEqualTo("user_pin.tries");
  }

  @Test
  void an_assertion_that_one_node_took_is_refused_by_the_other() {
    String assertion = register();
    String code = code();

    assertThat(outcome(A.http().token(Form.ofServiceWallet(CLIENT, code(), assertion))))
        .isEqualTo("200");
    assertThat(outcome(B.http().token(Form.ofServiceWallet(CLIENT, code, assertion))))
        .isEqualTo("client_assertion.jti");
    assertThat(outcome(B.http().token(Form.ofServiceWallet(CLIENT, code, assertion()))))
        .isEqualTo("200");
  }

  @Test
  void of_many_uses_of_one_assertion_at_both_nodes_at_once_one_is_taken() throws Exception {
    String assertion = register();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      codes.add(code());
    }

    assertThat(together(
            codes.size(),
            i -> outcome((i % 2 == 0 ? A : B)
                .http()
                .token(Form.ofServiceWallet(CLIENT, codes.get(i), assertion)))))
        .containsOnlyOnce("200");
  }

  @Test
  void a_c_nonce_is_good_for_one_credential_at_either_node() {
    HolderWallet wallet = HolderWallet.create(inTurn);
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer(TYPE));
    TokenResponse tokens = wallet.redeem(offer);

    Exchange first = credential(B, wallet, tokens, tokens.getcNonce());
    assertThat(first.status()).as("%s", first).isEqualTo(200);
    Exchange again = credential(A, wallet, tokens, tokens.getcNonce());
    assertThat(again.json().path("check").asText()).isEqualTo("proof.nonce_unused");
    String next = first.json().path("c_nonce").asText();
    assertThat(credential(A, wallet, tokens, next).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {TYPE, "CTWalletCrossPreAuthorisedDeferred"})
  void an_offer_of_one_node_is_read_and_redeemed_at_the_other(String type) {
    HolderWallet atA = HolderWallet.builder(A.sdk()).build();
    String url = atA.requestOffer(type);
    HolderWallet atB = HolderWallet.of(B.sdk(), atA.identity().key());

    assertThat(atB.redeem(atB.readOffer(url)).getAccessToken()).isNotBlank();
  }

  @Test
  void a_reset_at_one_node_leaves_no_code_at_the_other() {
    String code = preAuthorized(false);
    B.sdk().control().reset();

    assertThat(tokens(A, code, null)).isEqualTo("pre-authorized_code.known");
  }

  private static String preAuthorized(boolean withPin) {
    return A.sdk()
        .control()
        .mintPreAuthorizedCode(
            new PreAuthorizedCodeOrder().clientId(Codes.HOLDER).userPinRequired(withPin))
        .getPreAuthorizedCode();
  }

  private static String code() {
    return A.sdk()
        .control()
        .mintAuthorizationCode(new AuthorizationCodeOrder().clientId(CLIENT))
        .getCode();
  }

  /** Registers the client, and gives an assertion of it. */
  private String register() {
    A.sdk().register(new ClientMetadata().clientId(URI.create(CLIENT)).jwks(PublicKeys.of(key)));
    return assertion();
  }

  private String assertion() {
    return ClientAssertion.builder(CLIENT, A.sdk().issuer(), key).sign().serialized();
  }

  private static Exchange credential(
      Node node, HolderWallet wallet, TokenResponse tokens, String cNonce) {
    String proof = ProofOfPossession.builder(
            wallet.identity(), wallet.clientId(), Node.BASE_URL + RawHttp.ISSUER_MOCK, cNonce)
        .sign()
        .serialized();
    Map<String, Object> request = Map.of(
        "format",
        "jwt_vc",
        "types",
        List.of("VerifiableCredential", "VerifiableAttestation", TYPE),
        "proof",
        Map.of("proof_type", "jwt", "jwt", proof));
    return node.http().postJson(RawHttp.CREDENTIAL, tokens.getAccessToken(), Json.write(request));
  }

  private static String tokens(Node node, String code, String pin) {
    Form form = Form.ofPreAuthorizedCode(code);
    return outcome(node.http().token(pin == null ? form : form.with("user_pin", pin)));
  }

  /** 200, or the rule that was broken. */
  private static String outcome(Exchange answer) {
    return answer.status() == 200 ? "200" : answer.json().path("check").asText();
  }

  private interface Attempt {
    String at(int index);
  }

  private static List<String> together(int times, Attempt attempt) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    CountDownLatch ready = new CountDownLatch(times);
    try {
      List<Future<String>> attempts = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int index = i;
        attempts.add(threads.submit(() -> {
          ready.countDown();
          ready.await();
          return attempt.at(index);
        }));
      }
      List<String> outcomes = new ArrayList<>();
      for (Future<String> each : attempts) {
        outcomes.add(each.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
