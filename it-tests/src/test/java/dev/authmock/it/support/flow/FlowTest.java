package dev.authmock.it.support.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.ServiceWallet;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wallets of the SDK, with the clock of the service; what they wait for comes at once. */
public abstract class FlowTest extends ServiceTest {
  /** A credential that a holder wallet can have by an authorization request. */
  protected static final String AUTHORISED = "CTWalletSameAuthorisedInTime";

  /** A credential that a service wallet can have for an ID token. */
  protected static final String VA_TO_ONBOARD = "VerifiableAuthorisationToOnboard";

  /** A credential that a service wallet can have for a presentation. */
  protected static final String FOR_TRUST_CHAIN = "VerifiableAuthorisationForTrustChain";

  /** A fresh holder wallet. */
  protected final HolderWallet holderWallet() {
    return HolderWallet.builder(sdk).clock(clock).pause(clock::advance).build();
  }

  /** A fresh service wallet, registered with its key and its redirect_uri. */
  protected final ServiceWallet serviceWallet() {
    return ServiceWallet.builder(sdk, clients.freshId(), Keys.ec("key-1"))
        .clock(clock)
        .pause(clock::advance)
        .build();
  }

  /** The parameters of a request, to be made worse. */
  protected static Form form(AuthorizationRequest request) {
    return Form.of(request.parameters());
  }

  /** The claims of a JWT that was verified elsewhere, or that need not be. */
  protected static Map<String, Object> claims(String jwt) {
    return Json.object(
        new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), StandardCharsets.UTF_8));
  }

  /** A credential with these claims, but issued by this DID. */
  @SuppressWarnings("unchecked") // of whatever the service has put there
  protected static Assertion credentialBy(WalletIdentity issuer, Map<String, Object> claims) {
    Assertion jwt = Assertion.signedBy(issuer.kid(), issuer.key());
    claims.forEach(jwt::claim);
    Map<String, Object> vc = new LinkedHashMap<>((Map<String, Object>) claims.get("vc"));
    vc.put("issuer", issuer.did());
    return jwt.claim("iss", issuer.did()).claim("vc", vc);
  }

  /** Asserts that a request leads to the wallet, and gives where. */
  protected final Redirect assertAccepted(Form query) {
    return assertRedirected(http.authorize(query));
  }

  /** Asserts that an answer is a redirect without an error, and gives where. */
  protected static Redirect assertRedirected(Exchange answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(302);
    Redirect redirect = Redirect.of(answer.header("location").orElseThrow());
    assertThat(redirect.parameter("error")).as("%s", answer).isNull();
    assertThat(answer.header("cache-control")).contains("no-store");
    return redirect;
  }
}
