package dev.authmock.it.credential;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.sdk.wallet.WalletIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an offer is sent: to the wallet's own credential_offer_endpoint, if that does no harm. */
class OfferEndpointTest extends IssuanceTest {
  private final Form query = offerQuery(AUTHORISED, WalletIdentity.generate().did());

  @ParameterizedTest
  @CsvSource({
    "openid-credential-offer://, openid-credential-offer://?",
    "openid-credential-offer:, openid-credential-offer://?",
    "openid-initiate-issuance://, openid-initiate-issuance://?",
    "com.example.wallet:/offer, com.example.wallet:/offer?",
    "https://wallet.example/offers, https://wallet.example/offers?",
    "https://wallet.example/offers?, https://wallet.example/offers?",
    "https://wallet.example/offers?user=7, https://wallet.example/offers?user=7&",
    "https://wallet.example/offers?a=%20b&, https://wallet.example/offers?a=%20b&",
    "http://localhost:3000, http://localhost:3000?",
    "https://[2001:db8::1]:8443/o, https://[2001:db8::1]:8443/o?",
    "HTTPS://WALLET.EXAMPLE/o, HTTPS://WALLET.EXAMPLE/o?"
  })
  void a_wallet_may_have_an_endpoint_of_its_own(String endpoint, String expected) {
    Exchange made = requestOffer(query.with("credential_offer_endpoint", endpoint));

    assertThat(offerUrl(made)).startsWith(expected + "credential_offer_uri=http");
    assertThat(http.get(offerUri(offerUrl(made))).status()).isEqualTo(200);
  }

  @Test
  void an_empty_endpoint_counts_as_left_out() {
    assertThat(offerUrl(requestOffer(query.with("credential_offer_endpoint", ""))))
        .startsWith("openid-credential-offer://?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://wallet.example/offers#fragment",
        "openid-credential-offer://#",
        "https://user@wallet.example/offers",
        "https://user:secret@wallet.example/offers",
        "https://user:secret@ex_ample/offers",
        "wallet://user@offers",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript://wallet.example/%0aalert(1)",
        "javascript:",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "about:blank",
        "blob:https://wallet.example/1",
        "view-source:https://wallet.example",
        "/offers",
        "offers",
        "//wallet.example/offers",
        "https:",
        "http://",
        "https:///offers",
        "https:wallet.example",
        "https://wallet.example/a b",
        "https://wallet.example/\"onload=",
        "https://wallet.example/\r\nSet-Cookie: a=b",
        "openid-credential-offer://\r\nX-Evil: 1",
        "https://wallet.example/\u0000",
        "https://wällét.example/",
        "https://wallet.example/\u202e",
        " https://wallet.example/",
        "1wallet://",
        "?",
        "%"
      })
  void an_endpoint_must_be_absolute_and_harmless(String endpoint) {
    Exchange refused = requestOffer(query.with("credential_offer_endpoint", endpoint));

    assertThatProblem(refused)
        .is(BAD_REQUEST, "invalid_request", "offer.credential_offer_endpoint");
    assertThat(refused.header("location")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2001, 10_000, 50_000})
  void an_endpoint_must_not_be_too_long(int length) {
    String endpoint = "https://wallet.example/".concat("a".repeat(length)).substring(0, length);

    assertThatProblem(requestOffer(query.with("credential_offer_endpoint", endpoint)))
        .is(BAD_REQUEST, "invalid_request", "offer.credential_offer_endpoint");
  }
}
