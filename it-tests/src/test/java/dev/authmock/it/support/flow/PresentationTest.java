package dev.authmock.it.support.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.Refusal;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.wallet.IssuedCredential;
import dev.authmock.sdk.wallet.ServiceWallet;
import dev.authmock.sdk.wallet.VpToken;
import dev.authmock.sdk.wallet.WalletIdentity;
import dev.authmock.sdk.wallet.WalletRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A service wallet that was asked for a presentation, whose good answer no bad one spoils. */
public abstract class PresentationTest extends FlowTest {
  /** The wallet, which holds what it was asked for. */
  protected ServiceWallet wallet;

  /** What it holds. */
  protected IssuedCredential credential;

  /** What this server asked it for. */
  protected WalletRequest asked;

  @BeforeEach
  final void beAskedForPresentation() {
    wallet = serviceWallet();
    credential = wallet.obtainCredential(VA_TO_ONBOARD);
    beAskedAgain();
  }

  /** Starts over with an authorization request. */
  protected final void beAskedAgain() {
    asked = wallet.send(wallet.signed(wallet.authorizationRequest(wallet.types(FOR_TRUST_CHAIN))));
  }

  /** The good presentation. */
  protected final VpToken presentation() {
    return wallet.present(asked, List.of(credential));
  }

  /** The JWT of the good presentation, to be made worse. */
  protected final Assertion vpToken() {
    return Assertion.of(presentation().serialized(), wallet.identity().key());
  }

  /** The submission of the good presentation, to be made worse. */
  protected final Map<String, Object> submission() {
    return Json.object(presentation().presentationSubmission());
  }

  /** The good answer. */
  protected final Form good() {
    return with(presentation());
  }

  /** An answer with this presentation. */
  protected final Form with(VpToken presentation) {
    return Form.empty()
        .with("vp_token", presentation.serialized())
        .with("presentation_submission", presentation.presentationSubmission())
        .with("state", asked.state());
  }

  /** The good answer but for its vp_token. */
  protected final Form with(Assertion vpToken) {
    return good().replacing("vp_token", vpToken.serialized());
  }

  /** The good answer but for the credentials in its vp_token. */
  protected final Form withCredentials(Object credentials) {
    return withVp("verifiableCredential", credentials);
  }

  /** The good answer but for a member of the vp in its vp_token; null leaves it out. */
  protected final Form withVp(String member, Object value) {
    Map<String, Object> vp = vp();
    if (value == null) {
      vp.remove(member);
    } else {
      vp.put(member, value);
    }
    return with(vpToken().claim("vp", vp));
  }

  /** The vp of the good presentation. */
  @SuppressWarnings("unchecked") // of whatever the SDK has put there
  protected final Map<String, Object> vp() {
    return (Map<String, Object>) claims(presentation().serialized()).get("vp");
  }

  /** The credential as if this DID had issued it. */
  protected final Assertion credentialBy(WalletIdentity issuer) {
    return credentialBy(issuer, credential.claims());
  }

  /** Asserts that the answer gets a code. */
  protected final Redirect assertCode(Form answer) {
    Redirect redirect = assertRedirected(http.directPost(answer));
    assertThat(redirect.parameter("code")).isNotEmpty();
    return redirect;
  }

  /** Asserts that an answer is refused by this rule. */
  protected final Refusal assertBad(Form bad, String check) {
    return assertBad(bad, Kind.BAD_REQUEST, check);
  }

  /** Asserts that an answer is refused by this rule. */
  protected final Refusal assertBad(Form bad, Kind kind, String check) {
    return assertThatProblem(http.directPost(bad))
        .is(kind, "invalid_request", check)
        .leaksNone(asked.nonce(), credential.jwt(), credential.jwt().split("\\.")[1]);
  }

  /** Asserts that an answer is refused by this rule, and that the good one gets its code all the same. */
  protected final Refusal assertRefused(Form bad, String check) {
    Refusal refusal = assertBad(bad, check);
    assertCode(good());
    return refusal;
  }
}
