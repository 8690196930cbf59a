package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.control.model.AuthorizationDetail;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import dev.authmock.sdk.wallet.HolderWallet;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What tests of offers and credentials stand on: holder wallets, offers, access tokens. */
abstract class IssuanceTest extends ServiceTest {
  static final String IN_TIME = "CTWalletSamePreAuthorisedInTime";
  static final String DEFERRED = "CTWalletSamePreAuthorisedDeferred";
  static final String AUTHORISED = "CTWalletSameAuthorisedInTime";
  static final String QUALIFICATION = "CTWalletQualificationCredential";

  /** The eight types of the holder wallet tests. */
  static Stream<String> walletTests() {
    return Stream.of("Same", "Cross")
        .flatMap(device -> Stream.of("Authorised", "PreAuthorised").map(device::concat))
        .flatMap(grant -> Stream.of("InTime", "Deferred").map(grant::concat))
        .map("CTWallet"::concat);
  }

  /** A holder wallet that nobody has had before, for which no time passes but by the clock of the test. */
  final HolderWallet holder() {
    return HolderWallet.builder(sdk).clock(clock).pause(clock::advance).build();
  }

  /** A fresh holder wallet with an access token for that type. */
  final TokenHolder holderOfToken(String type) {
    HolderWallet wallet = holder();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer(type));
    return new TokenHolder(
        wallet, wallet.redeem(offer), offer.getCredentials().get(0).getTypes(), http, clock);
  }

  /** A fresh holder wallet with an access token for what the control API was told. */
  final TokenHolder holderOfMinted(List<AuthorizationDetail> details) {
    HolderWallet wallet = holder();
    String code = codes
        .minted(new PreAuthorizedCodeOrder()
            .clientId(wallet.did())
            .userPinRequired(false)
            .authorizationDetails(details))
        .getPreAuthorizedCode();
    List<String> types = details.isEmpty() ? typesOf(IN_TIME) : details.get(0).getTypes();
    return new TokenHolder(wallet, sdk.redeem(PreAuthorizedCodeGrant.of(code)), types, http, clock);
  }

  /** An authorization detail for a type, at the credential issuer of this server unless told otherwise. */
  final AuthorizationDetail detail(String type) {
    return new AuthorizationDetail()
        .type("openid_credential")
        .format("jwt_vc")
        .types(typesOf(type))
        .locations(List.of(sdk.credentialIssuer()));
  }

  static List<String> typesOf(String type) {
    return List.of("VerifiableCredential", "VerifiableAttestation", type);
  }

  /** The query of a request for an offer. */
  static Form offerQuery(String type, String clientId) {
    return Form.empty().with("credential_type", type).with("client_id", clientId);
  }

  /** Asks for an offer. */
  final Exchange requestOffer(Form query) {
    return http.get(RawHttp.OFFER + "?" + query.encoded());
  }

  /** The URL of an offer that was made, be it in a redirect or in a text. */
  static String offerUrl(Exchange made) {
    assertThat(made.status()).as("%s", made).isIn(200, 302);
    return made.status() == 302 ? made.header("location").orElseThrow() : made.body();
  }

  /** Where the offer behind such a URL is read. */
  static String offerUri(String offerUrl) {
    String[] parts = offerUrl.split("credential_offer_uri=", 2);
    assertThat(parts).as(offerUrl).hasSize(2);
    return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
  }
}
