package dev.authmock.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.authmock.it.support.QrReader;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.IssuedCredential;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a wallet developer does before noon: one page open beside the wallet, and no log to search. */
class WalletDevelopersMorningTest extends BrowserTest {
  private static final String TYPE = "CTWalletSamePreAuthorisedInTime";

  @Test
  void from_an_offer_over_a_wrong_pin_to_a_credential_and_its_report() {
    HolderWallet wallet = HolderWallet.create(sdk);

    // Start an offer.
    page.navigate("/");
    page.getByRole(AriaRole.LINK).filter(withText("Offers")).first().click();
    page.getByLabel("Credential type").selectOption(TYPE);
    page.getByLabel("DID of the wallet").fill(wallet.did());
    page.getByRole(AriaRole.BUTTON).filter(withText("Start the offer")).click();
    Locator state = page.locator("#progress-state");
    assertThat(state).containsText("Next: Offer read");
    String link = page.locator("#offer-url").innerText();
    assertThat(QrReader.png(page.locator("#qr").screenshot())).isEqualTo(link);
    picture("morning-1-offer");

    // The wallet takes it, with a wrong PIN.
    CredentialOffer offer = wallet.readOffer(link);
    assertThat(state).containsText("Next: Token request");
    PreAuthorizedCodeGrant code = wallet.preAuthorized(offer);
    UserPin right = UserPin.of(page.locator("#pin").innerText());
    UserPin wrong = UserPin.of(right.digits().equals("0000") ? "1111" : "0000");
    assertThatThrownBy(() -> sdk.redeem(code.withUserPin(wrong)))
        .isInstanceOf(AuthMockException.class);

    // Read why, without touching the page.
    assertThat(state).containsText("Token request refused");
    assertThat(page.locator("#steps")).containsText("tries left: 4");
    picture("morning-2-wrong-pin");
    page.locator("#steps").getByText("Token request", exactly()).click();
    assertThat(page.locator("h1")).containsText("Refused");
    assertThat(page.locator("main")).containsText("user_pin.matches");
    assertThat(page.locator("main")).not().containsText(wrong.digits());
    picture("morning-3-why");
    page.goBack();

    // The right one.
    TokenResponse tokens = sdk.redeem(code.withUserPin(right));
    IssuedCredential credential = wallet.collect(
        wallet.requestCredential(tokens, offer.getCredentials().get(0).getTypes()));
    assertThat(credential.jwt()).isNotEmpty();
    assertThat(state).containsText("The wallet has its credential.");
    picture("morning-4-credential");

    // What there is to show for it.
    page.navigate("/console/reports");
    page.locator("main table a").first().click();
    Locator test = page.getByRole(AriaRole.ROW).filter(withText(TYPE));
    assertThat(test).containsText("passed");
    assertThat(page.locator("main")).containsText("user_pin.matches");
    assertThat(page.locator("main")).containsText(wallet.did());
    picture("morning-5-report");
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void a_phone_shows_all_of_it(ColorScheme scheme) {
    HolderWallet wallet = HolderWallet.create(sdk);
    pageOf(NARROW, scheme).navigate("/console/offers");
    page.getByLabel("Credential type").selectOption(TYPE);
    page.getByLabel("DID of the wallet").fill(wallet.did());
    page.getByRole(AriaRole.BUTTON).filter(withText("Start the offer")).click();
    assertThat(page.locator("#qr")).isVisible();
    requireNoSidewaysScrolling();
    picture("phone-offer-" + scheme);

    String flow = page.url().substring(page.url().lastIndexOf('/') + 1);
    CredentialOffer offer = wallet.readOffer(page.locator("#offer-url").innerText());
    assertThatThrownBy(
            () -> sdk.redeem(wallet.preAuthorized(offer).withUserPin(UserPin.of("00000000"))))
        .isInstanceOf(AuthMockException.class);
    wallet.obtainCredential(offer);
    String report = "/mock/reports/" + URLEncoder.encode(wallet.did(), StandardCharsets.UTF_8);
    for (String path : new String[] {"/console", "/flows/" + flow, report}) {
      page.navigate(path);
      requireNoSidewaysScrolling();
      picture("phone" + path.replaceAll("/[^/]{20,}", "").replace('/', '-') + "-" + scheme);
    }
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
