package dev.authmock.it.support.flow;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.RedirectedRefusal;
import dev.authmock.it.support.Refusal;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.wallet.HolderWallet;
import org.junit.jupiter.api.BeforeEach;

/** A holder wallet with an offer and a good authorization request, which no bad one spoils. */
public abstract class HolderRequestTest extends FlowTest {
  /** The PKCE pair of the request. */
  protected final Pkce pkce = Pkce.generate();

  /** The wallet. */
  protected HolderWallet wallet;

  /** Its good request. */
  protected AuthorizationRequest request;

  /** The good request's parameters. */
  protected Form good;

  @BeforeEach
  final void haveOffer() {
    wallet = holderWallet();
    request = requestFor(wallet, AUTHORISED);
    good = form(request);
  }

  /** A good request of this wallet for an offer of this credential. */
  protected final AuthorizationRequest requestFor(HolderWallet asking, String credentialType) {
    return asking.authorizationRequest(asking.readOffer(asking.requestOffer(credentialType)), pkce);
  }

  /** Asserts that a request's error goes to the redirect_uri, and that the good one still leads on. */
  protected final RedirectedRefusal assertRefused(Form bad, String error, String check) {
    RedirectedRefusal refusal = assertThatRedirect(http.authorize(bad)).is(error, check);
    assertAccepted(good);
    return refusal;
  }

  /** Asserts that a request is a problem and goes nowhere, and that the good one still leads on. */
  protected final Refusal assertProblem(Form bad, String check) {
    Refusal refusal =
        assertThatProblem(http.authorize(bad)).is(Kind.BAD_REQUEST, "invalid_request", check);
    assertAccepted(good);
    return refusal;
  }
}
