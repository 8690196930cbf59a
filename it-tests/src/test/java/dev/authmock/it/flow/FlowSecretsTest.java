package dev.authmock.it.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.Exchange;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.CredentialResponse;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.control.model.Flow;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.IdToken;
import dev.authmock.sdk.wallet.ProofOfPossession;
import dev.authmock.sdk.wallet.WalletAnswer;
import dev.authmock.sdk.wallet.WalletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The story of a flow shows none of the secrets that went to and fro in it, be they used up or not. */
class FlowSecretsTest extends FlowsTest {
  private final Map<String, String> secrets = new LinkedHashMap<>();

  @Test
  void no_secret_of_an_authorised_flow_is_shown() {
    HolderWallet wallet = holder();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer("CTWalletSameAuthorisedDeferred"));
    add("issuer_state", offer.getGrants().getAuthorizationCode().getIssuerState());
    Pkce pkce = Pkce.generate();
    add("code_verifier", pkce.verifier());
    AuthorizationRequest asked = wallet.authorizationRequest(offer, pkce);
    add("state", asked.parameter("state"));
    add("nonce", asked.parameter("nonce"));
    WalletRequest request = wallet.send(asked);
    add("the server's state", request.state());
    add("the server's nonce", request.nonce());
    WalletAnswer answer = wallet.answer(request);
    addJwt("the wallet's id_token", ((IdToken) answer).serialized());
    String code = wallet.post(request, answer).code();
    add("code", code);

    use(wallet, offer, sdk.redeem(AuthorizationCodeGrant.ofHolderWallet(code, wallet.did(), pkce)));
    requireNoneShown(wallet);
  }

  @Test
  void no_secret_of_a_pre_authorised_flow_is_shown() {
    HolderWallet wallet = holder();
    // No number of an RFC, and no year, begins with zeros.
    while (!wallet.userPin().digits().startsWith("00")) {
      wallet = holder();
    }
    CredentialOffer offer =
        wallet.readOffer(wallet.requestOffer("CTWalletSamePreAuthorisedDeferred"));
    add("pre-authorized_code", offer.getGrants().getPreAuthorizedCode().getPreAuthorizedCode());
    add("user_pin", wallet.userPin().digits());

    use(wallet, offer, wallet.redeem(offer));
    requireNoneShown(wallet);
  }

  /** Uses the tokens, well and badly, up to the credential. */
  private void use(HolderWallet wallet, CredentialOffer offer, TokenResponse tokens) {
    addJwt("access_token", tokens.getAccessToken());
    addJwt("id_token", tokens.getIdToken());
    add("c_nonce", tokens.getcNonce());
    List<String> types = offer.getCredentials().get(0).getTypes();
    for (ProofOfPossession wrong : List.of(
        ProofOfPossession.of(wallet.prove(tokens.getcNonce()).serialized() + "x"),
        ProofOfPossession.of("no-jwt-but-" + tokens.getcNonce()),
        wallet.prove("not-" + tokens.getcNonce()))) {
      addJwt("a wrong proof", wrong.serialized());
      assertThat(catchThrowable(
              () -> sdk.requestCredential(tokens.getAccessToken(), wrong.toRequest(types))))
          .isInstanceOf(AuthMockException.class);
    }
    ProofOfPossession proof = wallet.prove(tokens.getcNonce());
    addJwt("proof", proof.serialized());
    CredentialResponse response =
        sdk.requestCredential(tokens.getAccessToken(), proof.toRequest(types));
    add("the next c_nonce", response.getcNonce());
    add("acceptance_token", response.getAcceptanceToken());
    clock.advance(Duration.ofSeconds(5));
    addJwt("credential", wallet.awaitCredential(response.getAcceptanceToken()).jwt());
  }

  private void requireNoneShown(HolderWallet wallet) {
    Flow flow = flowOf(wallet.did());
    assertThat(flow.getEntries()).hasSizeGreaterThan(6);
    Exchange json = http.get(flow.getUrl().toString());
    Exchange page = http.browse(flow.getUrl().toString());
    secrets.forEach((name, secret) -> {
      Pattern whole =
          Pattern.compile("(?<![0-9A-Za-z.])" + Pattern.quote(secret) + "(?![0-9A-Za-z])");
      // How long a request took is no secret, and may look like a PIN.
      String shown = json.body().replaceAll("\"duration_ms\":[0-9.E-]+", "") + page.body();
      assertThat(whole.matcher(shown).find()).as(name + " is shown").isFalse();
    });
  }

  private void add(String name, String secret) {
    assertThat(secret).as(name).isNotBlank();
    secrets.put(name, secret);
  }

  private void addJwt(String name, String jwt) {
    String[] parts = jwt.split("\\.", -1);
    add(name, jwt);
    if (parts.length == 3) {
      add("the payload of " + name, parts[1]);
      add("the signature of " + name, parts[2]);
    }
  }
}
