package dev.authmock.it.support.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.Refusal;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.IdToken;
import dev.authmock.sdk.wallet.Wallet;
import dev.authmock.sdk.wallet.WalletRequest;
import org.junit.jupiter.api.BeforeEach;

/** A wallet that was asked for an ID token, whose good answer no bad one spoils. */
public abstract class AnswerTest extends FlowTest {
  /** The PKCE pair of the authorization request. */
  protected final Pkce pkce = Pkce.generate();

  /** The wallet, a holder's unless a test takes another. */
  protected Wallet wallet;

  /** The client's authorization request. */
  protected AuthorizationRequest request;

  /** What this server asked the wallet for. */
  protected WalletRequest asked;

  @BeforeEach
  final void beAsked() {
    HolderWallet holder = holderWallet();
    beAsked(
        holder,
        holder.authorizationRequest(holder.readOffer(holder.requestOffer(AUTHORISED)), pkce));
  }

  /** Goes on with another wallet. */
  protected final void beAsked(Wallet other, AuthorizationRequest sent) {
    wallet = other;
    request = sent;
    asked = other.send(sent);
  }

  /** The good ID token, to be made worse. */
  protected final Assertion idToken() {
    return Assertion.of(
        IdToken.builder(wallet.identity(), asked).clock(clock).sign().serialized(),
        wallet.identity().key());
  }

  /** An answer with this ID token. */
  protected final Form with(String idToken) {
    return Form.empty().with("id_token", idToken).with("state", asked.state());
  }

  /** An answer with this ID token. */
  protected final Form with(Assertion idToken) {
    return with(idToken.serialized());
  }

  /** The good answer. */
  protected final Form good() {
    return with(idToken());
  }

  /** Asserts that an answer gets a code, with which the client's state comes back. */
  protected final Redirect assertCode(Form answer) {
    Redirect redirect = assertRedirected(http.directPost(answer));
    assertThat(redirect.parameter("code")).matches("[A-Za-z0-9_-]{22,}");
    assertThat(redirect.parameter("state")).isEqualTo(request.parameter("state"));
    return redirect;
  }

  /** Asserts that an answer is refused by this rule, and that the good one gets its code all the same. */
  protected final Refusal assertRefused(Form bad, String check) {
    Refusal refusal = assertBad(bad, check);
    assertCode(good());
    return refusal;
  }

  /** Asserts that an answer is refused by this rule. */
  protected final Refusal assertBad(Form bad, String check) {
    return assertThatProblem(http.directPost(bad))
        .is(Kind.BAD_REQUEST, "invalid_request", check)
        .leaksNone(asked.nonce());
  }
}
