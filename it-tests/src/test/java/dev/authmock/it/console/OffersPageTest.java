package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.wallet.HolderWallet;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An offer that is started in the console, and the wallet's way with it. */
class OffersPageTest extends ConsoleTest {
  private static final Pattern LINK = Pattern.compile("id=\"offer-url\">([^<]*)<");
  private static final Pattern PIN = Pattern.compile("id=\"pin\">([0-9]+)<");

  @Test
  void every_type_that_is_offered_can_be_chosen() {
    assertThat(page("/console/offers").body())
        .contains("CTWalletSameAuthorisedInTime", "CTWalletCrossPreAuthorisedDeferred")
        .contains("CTWalletQualificationCredential")
        .doesNotContain("VerifiableAccreditationToAttest");
  }

  @Test
  void an_offer_has_a_link_a_picture_and_a_pin() {
    HolderWallet wallet = HolderWallet.create(sdk);
    Exchange page = started("CTWalletCrossPreAuthorisedInTime", wallet.did());

    assertThat(found(PIN, page)).isEqualTo(wallet.userPin().digits());
    CredentialOffer offer = wallet.readOffer(link(page));
    assertThat(offer.getCredentialIssuer()).isNotNull();
    Exchange picture = http.request("GET", flow(page) + "/qr.svg").sendUnchecked();
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.mediaType()).isEqualTo("image/svg+xml");
    assertThat(page.header("cache-control")).contains("no-store");
  }

  @Test
  void an_offer_without_a_pre_authorized_code_has_no_pin() {
    Exchange page =
        started("CTWalletSameAuthorisedInTime", HolderWallet.create(sdk).did());

    assertThat(page.body()).doesNotContain("id=\"pin\"").contains("Authorization request");
  }

  @Test
  void the_wallet_s_way_is_on_the_page_of_the_offer() {
    HolderWallet wallet = HolderWallet.create(sdk);
    Exchange page = started("CTWalletCrossPreAuthorisedInTime", wallet.did());
    assertThat(page.body()).contains("Next: Offer read");
    CredentialOffer offer = wallet.readOffer(link(page));
    assertThat(steps(page, "1").body()).contains("Next: Token request");

    String code = offer.getGrants().getPreAuthorizedCode().getPreAuthorizedCode();
    http.token(Form.ofPreAuthorizedCode(code).with("user_pin", "00000"));
    assertThat(steps(page, "2").body())
        .contains("Token request refused: The user_pin must be the one", "tries left: 4");

    wallet.obtainCredential(offer);
    assertThat(steps(page, "3").body()).contains("The wallet has its credential.");
    assertThat(steps(page, "5").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "CTWalletSameAuthorisedInTime, did:key:zQ3, '', client_id-error, offer.client_id",
    "CTWalletSameAuthorisedInTime, '', '', client_id-error, offer.client_id.present",
    "VerifiableAccreditationToAttest, did:key:z, '', credential_type-error, offer.credential_type",
    "'', did:key:z, '', credential_type-error, offer.credential_type.present"
  })
  void what_is_wrong_is_said_beside_the_field(
      String type, String did, String endpoint, String where, String check) {
    Exchange page = submit("/console/offers", form(type, did, endpoint));

    assertThat(page.status()).as("%s", page).isEqualTo(400);
    assertThat(page.body())
        .contains("id=\"" + where + "\"", "aria-invalid=\"true\"", "/docs/checks#" + check)
        .contains("value=\"" + did + "\"");
    assertThat(sdk.control().journal().getEntries().get(0).getFailedCheck()).isEqualTo(check);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "https://wallet.example/#fragment", "not a uri"})
  void a_bad_endpoint_is_said_beside_its_field(String endpoint) {
    Exchange page = submit(
        "/console/offers",
        form("CTWalletSameAuthorisedInTime", HolderWallet.create(sdk).did(), endpoint));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body())
        .contains("id=\"credential_offer_endpoint-error\"")
        .doesNotContain("href=\"" + endpoint);
  }

  @Test
  void an_offer_can_go_to_a_wallet_s_own_endpoint() {
    Exchange answer = submit(
        "/console/offers",
        form(
            "CTWalletSameAuthorisedInTime",
            HolderWallet.create(sdk).did(),
            "https://wallet.example/offers?a=b"));

    assertThat(link(page(answer.header("location").orElseThrow())))
        .startsWith("https://wallet.example/offers?a=b&credential_offer_uri=");
  }

  @Test
  void an_offer_past_its_lifetime_shows_neither_link_nor_pin() {
    Exchange page =
        started("CTWalletCrossPreAuthorisedInTime", HolderWallet.create(sdk).did());
    clock.advance(Duration.ofMinutes(5));

    Exchange later = page(flow(page));
    assertThat(later.body())
        .contains("past its lifetime", "How the wallet gets on")
        .doesNotContain(link(page), "id=\"pin\"");
    assertThat(http.request("GET", flow(page) + "/qr.svg").sendUnchecked().status())
        .isEqualTo(404);
  }

  @Test
  void after_a_reset_the_offer_is_gone() {
    Exchange page =
        started("CTWalletCrossPreAuthorisedInTime", HolderWallet.create(sdk).did());
    sdk.control().reset();

    for (String path : List.of(flow(page), flow(page) + "/steps", flow(page) + "/qr.svg")) {
      assertThat(http.request("GET", path).sendUnchecked().status()).isEqualTo(404);
    }
  }

  @Test
  void no_secret_of_an_offer_gets_into_the_journal() {
    HolderWallet wallet = HolderWallet.create(sdk);
    Exchange page = started("CTWalletCrossPreAuthorisedInTime", wallet.did());
    String id = link(page).replaceFirst(".*offers%2F", "");

    assertThat(sdk.control().journal().getEntries().toString()).doesNotContain(id);
    assertThat(page("/console").body()).doesNotContain(id);
  }

  private Exchange started(String type, String did) {
    return submitted("/console/offers", form(type, did, ""));
  }

  private static Form form(String type, String did, String endpoint) {
    return Form.empty()
        .with("credential_type", type)
        .with("client_id", did)
        .with("credential_offer_endpoint", endpoint);
  }

  private Exchange steps(Exchange page, String known) {
    return http.request("GET", flow(page) + "/steps?known=" + known).sendUnchecked();
  }

  private static String flow(Exchange page) {
    return page.uri().getPath();
  }

  private static String link(Exchange page) {
    return found(LINK, page).replace("&amp;", "&");
  }

  private static String found(Pattern pattern, Exchange page) {
    Matcher matcher = pattern.matcher(page.body());
    assertThat(matcher.find()).as("%s", page).isTrue();
    return matcher.group(1);
  }
}
