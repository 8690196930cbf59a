package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is offered, and by which way it reaches the wallet.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4.1">OpenID4VCI
 *     draft 11, section 4.1</a>
 */
class OfferTypesTest extends IssuanceTest {
  private final String did = WalletIdentity.generate().did();

  @ParameterizedTest
  @MethodSource("sameDevice")
  void an_offer_for_the_same_device_is_a_redirect_to_the_wallet(String type) {
    Exchange made = requestOffer(offerQuery(type, did));

    assertThat(made.status()).as("%s", made).isEqualTo(302);
    assertThat(made.header("location").orElseThrow())
        .startsWith("openid-credential-offer://?credential_offer_uri=http");
    assertThat(made.header("cache-control")).contains("no-store");
  }

  @ParameterizedTest
  @MethodSource("crossDevice")
  void an_offer_for_another_device_is_its_url_as_text(String type) {
    Exchange made = requestOffer(offerQuery(type, did));

    assertThat(made.status()).as("%s", made).isEqualTo(200);
    assertThat(made.mediaType()).isEqualTo("text/plain");
    assertThat(made.body()).startsWith("openid-credential-offer://?credential_offer_uri=http");
    assertThat(made.header("cache-control")).contains("no-store");
  }

  @ParameterizedTest
  @MethodSource("offered")
  void an_offer_says_what_of_whom_and_by_which_grant(String type) {
    JsonNode offer = read(requestOffer(offerQuery(type, did)));

    assertThat(offer.path("credential_issuer").asText()).isEqualTo(sdk.credentialIssuer());
    assertThat(offer.path("credentials")).hasSize(1);
    JsonNode credential = offer.path("credentials").path(0);
    assertThat(credential.path("format").asText()).isEqualTo("jwt_vc");
    assertThat(credential.path("types"))
        .isEqualTo(
            Json.read(Json.write(List.of("VerifiableCredential", "VerifiableAttestation", type))));
    assertThat(credential.path("trust_framework").path("name").asText()).isEqualTo("ebsi");
    assertThat(offer.path("grants")).hasSize(1);
    if (type.contains("PreAuthorised")) {
      JsonNode grant = offer.path("grants").path(Form.PRE_AUTHORIZED_CODE);
      assertThat(grant.path("pre-authorized_code").asText()).matches("[A-Za-z0-9_-]{22,}");
      assertThat(grant.path("user_pin_required").isBoolean()).isTrue();
      assertThat(grant.path("user_pin_required").booleanValue()).isTrue();
    } else {
      assertThat(offer
              .path("grants")
              .path("authorization_code")
              .path("issuer_state")
              .asText())
          .matches("[A-Za-z0-9_-]{22,}");
    }
  }

  @ParameterizedTest
  @MethodSource("offered")
  void each_offer_is_another_with_a_secret_of_its_own(String type) {
    String one = offerUrl(requestOffer(offerQuery(type, did)));
    String two = offerUrl(requestOffer(offerQuery(type, did)));

    assertThat(one).isNotEqualTo(two);
    assertThat(grants(one)).isNotEqualTo(grants(two));
  }

  /** Known wallets guess the draft from such words in the URL. */
  @ParameterizedTest
  @MethodSource("offered")
  void the_url_of_an_offer_has_no_words_of_other_drafts_in_it(String type) {
    assertThat(offerUrl(requestOffer(offerQuery(type, did))))
        .doesNotContain(
            "credential_type",
            "op_state",
            "tx_code",
            "credential_configuration_ids",
            "initiate_issuance");
  }

  static Stream<String> offered() {
    return Stream.concat(walletTests(), Stream.of(QUALIFICATION));
  }

  static Stream<String> sameDevice() {
    return offered().filter(type -> !type.contains("Cross"));
  }

  static Stream<String> crossDevice() {
    return offered().filter(type -> type.contains("Cross"));
  }

  private JsonNode grants(String offerUrl) {
    return http.get(offerUri(offerUrl)).json().path("grants");
  }

  private JsonNode read(Exchange made) {
    Exchange read = http.get(offerUri(offerUrl(made)));
    assertThat(read.status()).as("%s", read).isEqualTo(200);
    assertThat(read.mediaType()).isEqualTo("application/json");
    return read.json();
  }
}
