package dev.authmock.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.authmock.check.Check;
import dev.authmock.check.Evaluation;
import dev.authmock.check.OfferCheck;
import dev.authmock.check.RefusedException;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferRulesTest {
  private static final String WALLET =
      "did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbsDbVZXdb3jzCagESyY4EE2x7Yjx3gNwctoEuRCKK"
          + "DrdNP3HPFtG8RTvBiYStT5ghBHhHizH2Dy6xQtW3Pd2SecizL9b2jzDCMr7Ka5cRAWZFwvqwAtwTT7xet769y9ERh6";

  private final Evaluation evaluation = new Evaluation("id");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CTWalletSameAuthorisedInTime",
        "CTWalletCrossPreAuthorisedDeferred",
        "CTWalletQualificationCredential"
      })
  void the_credentials_of_the_wallet_tests_are_offered(String name) {
    assertThat(
            OfferRules.requireType(request("credential_type", name), evaluation).name())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VerifiableAuthorisationToOnboard",
        "VerifiableAccreditationToAttest",
        "ctwalletsameauthorisedintime",
        "VerifiableCredential",
        "Nonsense"
      })
  void no_other_credential_is_offered(String name) {
    assertRefused(
        OfferCheck.OFFER_CREDENTIAL_TYPE,
        () -> OfferRules.requireType(request("credential_type", name), evaluation));
  }

  @Test
  void credential_type_and_client_id_are_required() {
    OfferRequest nothing = OfferRequest.of(Map.of(), evaluation);

    assertRefused(
        OfferCheck.OFFER_CREDENTIAL_TYPE_PRESENT,
        () -> OfferRules.requireType(nothing, evaluation));
    assertRefused(
        OfferCheck.OFFER_CLIENT_ID_PRESENT, () -> OfferRules.requireWallet(nothing, evaluation));
  }

  @Test
  void an_offer_is_for_a_did_key() {
    assertThat(OfferRules.requireWallet(request("client_id", WALLET), evaluation))
        .isEqualTo(WALLET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://issuer.example",
        "did:ebsi:zvHWX359A3CvfJnCYaAiAde",
        "did:key:",
        "did:key:z0OIl",
        "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        WALLET + "x",
        WALLET + "#fragment"
      })
  void an_offer_is_for_nobody_else(String client) {
    assertRefused(
        OfferCheck.OFFER_CLIENT_ID,
        () -> OfferRules.requireWallet(request("client_id", client), evaluation));
  }

  @Test
  void offers_go_to_any_wallet_unless_a_wallet_says_where_it_takes_them() {
    assertThat(OfferRules.requireEndpoint(OfferRequest.of(Map.of(), evaluation), evaluation))
        .isEqualTo("openid-credential-offer://");
    assertThat(OfferRules.requireEndpoint(
            request("credential_offer_endpoint", "https://wallet.example/offers?a=b"), evaluation))
        .isEqualTo("https://wallet.example/offers?a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wallet.example/offers",
        "//wallet.example",
        "https://wallet.example/#offers",
        "https://me@wallet.example/",
        "https://",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://wallet.example/ü",
        "openid:\r\nSet-Cookie: a=b"
      })
  void offers_go_nowhere_that_could_harm(String endpoint) {
    assertRefused(
        OfferCheck.OFFER_ENDPOINT,
        () ->
            OfferRules.requireEndpoint(request("credential_offer_endpoint", endpoint), evaluation));
  }

  @Test
  void an_endpoint_has_to_fit_into_a_qr_code() {
    String longest = "https://wallet.example/" + "a".repeat(1977);

    assertThat(
            OfferRules.requireEndpoint(request("credential_offer_endpoint", longest), evaluation))
        .isEqualTo(longest);
    assertRefused(
        OfferCheck.OFFER_ENDPOINT,
        () -> OfferRules.requireEndpoint(
            request("credential_offer_endpoint", longest + "a"), evaluation));
  }

  private OfferRequest request(String name, String value) {
    return OfferRequest.of(new HashMap<>(Map.of(name, value)), evaluation);
  }

  private static void assertRefused(Check check, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(RefusedException.class))
        .extracting(RefusedException::check)
        .isEqualTo(check);
  }
}
