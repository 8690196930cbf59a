package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.it.support.flow.FlowTest;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.IssuedCredential;
import dev.authmock.sdk.wallet.VpToken;
import dev.authmock.sdk.wallet.WalletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A holder wallet that has all eight credentials of the wallet tests gets the qualification.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-5">OpenID4VP,
 *     section 5</a>
 */
class QualificationPresentationTest extends FlowTest {
  private static final String QUALIFICATION = "CTWalletQualificationCredential";
  private static final List<String> ALL = Stream.of("Same", "Cross")
      .flatMap(device -> Stream.of("Authorised", "PreAuthorised").map(grant -> device + grant))
      .flatMap(offer -> Stream.of("InTime", "Deferred").map(time -> "CTWallet" + offer + time))
      .toList();

  private HolderWallet wallet;
  private WalletRequest asked;

  @BeforeEach
  void haveAllEight() {
    wallet = holderWallet();
    ALL.forEach(wallet::obtainCredential);
    asked = ask(wallet);
  }

  @Test
  void all_eight_lead_to_the_qualification() {
    IssuedCredential qualification = wallet.obtainCredential(QUALIFICATION);
    assertThat(qualification.types()).contains(QUALIFICATION);
    assertThat(qualification.subject()).isEqualTo(wallet.did());
  }

  @Test
  void the_request_says_which_they_are() {
    assertThat(asked.responseType()).isEqualTo("vp_token");
    assertThat(asked.presentationDefinition().id())
        .isEqualTo("holder-wallet-qualification-presentation");
    assertThat(asked.presentationDefinition().inputDescriptors()).hasSize(8);
    Exchange read = http.get(asked.redirect().parameter("request_uri"));
    Map<String, Object> claims = VerifiedToken.ofRequestObject(
            read.body(), http.get(RawHttp.JWKS), wallet.did(), clock)
        .claims();
    assertThat(claims.get("presentation_definition")).isInstanceOf(Map.class);
    assertThat(asked.redirect().parameters()).doesNotContainKey("presentation_definition");
  }

  @Test
  void with_one_missing_there_is_no_code() {
    for (int i = 0; i < 8; i++) {
      List<IssuedCredential> seven = new ArrayList<>(wallet.credentials());
      seven.remove(i);
      assertBad(wallet.present(asked, seven), "presentation_submission.descriptor_map");
    }
    assertCode(wallet.present(asked, wallet.credentials()));
  }

  @Test
  void one_credential_is_not_good_for_all_eight() {
    VpToken good = wallet.present(asked, wallet.credentials());
    String first = good.presentationSubmission().replaceAll("Credential\\[\\d]", "Credential[0]");
    assertBad(good.withPresentationSubmission(first), "presentation_submission.constraints");
    assertCode(good);
  }

  @Test
  void the_credentials_of_another_wallet_are_not_good() {
    HolderWallet thief = holderWallet();
    WalletRequest ofThief = ask(thief);
    VpToken stolen = thief.present(ofThief, wallet.credentials());
    assertThatProblem(http.directPost(form(stolen, ofThief)))
        .is(Kind.BAD_REQUEST, "invalid_request", "vc.sub");
  }

  @Test
  void the_wallet_that_was_asked_has_to_answer() {
    HolderWallet thief = holderWallet();
    ALL.forEach(thief::obtainCredential);
    assertBad(thief.present(asked, thief.credentials()), "direct_post.subject");
    assertCode(wallet.present(asked, wallet.credentials()));
  }

  @Test
  void credentials_of_the_wallets_own_making_are_not_good() {
    List<IssuedCredential> own = wallet.credentials().stream()
        .map(credential -> credentialBy(wallet.identity(), credential.claims()))
        .map(jwt -> IssuedCredential.read(jwt.serialized()))
        .toList();
    assertBad(wallet.present(asked, own), "presentation_submission.issuer");
    List<IssuedCredential> one = new ArrayList<>(wallet.credentials());
    one.set(7, own.get(7));
    assertBad(wallet.present(asked, one), "presentation_submission.issuer");
    assertCode(wallet.present(asked, wallet.credentials()));
  }

  @Test
  void more_than_was_asked_for_does_no_harm() {
    List<IssuedCredential> more = new ArrayList<>(wallet.credentials());
    more.add(wallet.obtainCredential(AUTHORISED));
    assertCode(wallet.present(asked, more));
  }

  private WalletRequest ask(HolderWallet asking) {
    return asking.send(asking.authorizationRequest(
        asking.readOffer(asking.requestOffer(QUALIFICATION)), Pkce.generate()));
  }

  private static Form form(VpToken presentation, WalletRequest answered) {
    return Form.empty()
        .with("vp_token", presentation.serialized())
        .with("presentation_submission", presentation.presentationSubmission())
        .with("state", answered.state());
  }

  private void assertBad(VpToken presentation, String check) {
    assertThatProblem(http.directPost(form(presentation, asked)))
        .is(Kind.BAD_REQUEST, "invalid_request", check);
  }

  private void assertCode(VpToken presentation) {
    assertThat(assertRedirected(http.directPost(form(presentation, asked))).parameter("code"))
        .isNotEmpty();
  }
}
