package dev.authmock.it.credential;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static dev.authmock.it.support.Kind.TOKEN_EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.wallet.HolderWallet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An offer is there to be read as often as need be, for 5 minutes; so is what it has in it.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4.1">OpenID4VCI
 *     draft 11, section 4.1</a>
 */
class OfferReadTest extends IssuanceTest {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @Test
  void an_offer_can_be_read_again_and_again() {
    String uri = offerUri(offerUrl(requestOffer(offerQuery(IN_TIME, Codes.HOLDER))));
    Exchange first = http.get(uri);

    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofSeconds(59));
      assertThat(http.get(uri).body()).isEqualTo(first.body());
    }
    assertThat(first.header("cache-control")).contains("no-store");
  }

  @Test
  void an_offer_can_be_read_after_its_code_was_used() {
    HolderWallet wallet = holder();
    String url = wallet.requestOffer(IN_TIME);
    wallet.redeem(wallet.readOffer(url));

    assertThat(http.get(offerUri(url)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "5c1e7d",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "%3Cscript%3E",
        "..%2f..%2fjwks",
        "%00",
        "%F0%9F%8D%95"
      })
  void an_unknown_offer_is_not_found(String id) {
    assertThatProblem(http.get(RawHttp.ISSUER_MOCK + "/offers/" + id))
        .is(NOT_FOUND, "invalid_request", "offer.known");
  }

  @Test
  void the_id_of_an_offer_is_not_shown_to_who_guesses_it() {
    String id = "a-guess-of-somebody-who-has-time";

    assertThatProblem(http.get(RawHttp.ISSUER_MOCK + "/offers/" + id))
        .is(NOT_FOUND, "invalid_request", "offer.known")
        .saying("Got: secret, 32 characters");
  }

  @Test
  void an_offer_past_its_end_is_told_from_one_that_never_was() {
    String uri = offerUri(offerUrl(requestOffer(offerQuery(IN_TIME, Codes.HOLDER))));

    clock.advance(LIFETIME.minusMillis(1));
    assertThat(http.get(uri).status()).isEqualTo(200);
    clock.advance(Duration.ofMillis(1));
    assertThatProblem(http.get(uri)).is(NOT_FOUND, "invalid_request", "offer.not_expired");
    clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    assertThatProblem(http.get(uri)).is(NOT_FOUND, "invalid_request", "offer.known");
  }

  @Test
  void the_code_of_an_offer_ends_with_it() {
    HolderWallet wallet = holder();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer(IN_TIME));
    clock.advance(LIFETIME);
    assertThatProblem(catchThrowable(() -> sdk.redeem(wallet.preAuthorized(offer))))
        .is(TOKEN_EXPIRED, "invalid_grant", "pre-authorized_code.not_expired");
  }

  @Test
  void the_pin_of_an_offer_is_derived_from_the_did_of_the_wallet() {
    Form form = Form.ofPreAuthorizedCode(codeFor(Codes.HOLDER));

    assertThatProblem(http.token(form)).is(BAD_REQUEST, "invalid_request", "user_pin.present");
    assertThatProblem(http.token(form.with("user_pin", "0195")))
        .is(BAD_REQUEST, "invalid_grant", "user_pin.matches");
    assertThat(http.token(form.with("user_pin", Codes.DERIVED_PIN)).status()).isEqualTo(200);
  }

  @Test
  void offers_are_read_by_get() {
    String uri = offerUri(offerUrl(requestOffer(offerQuery(IN_TIME, Codes.HOLDER))));

    assertThatProblem(http.request("POST", uri).send())
        .is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
  }

  @Test
  void a_reset_forgets_offers() {
    String uri = offerUri(offerUrl(requestOffer(offerQuery(IN_TIME, Codes.HOLDER))));

    sdk.control().reset();
    assertThatProblem(http.get(uri)).is(NOT_FOUND, "invalid_request", "offer.known");
  }

  private String codeFor(String did) {
    return http.get(offerUri(offerUrl(requestOffer(offerQuery(IN_TIME, did)))))
        .json()
        .path("grants")
        .path(Form.PRE_AUTHORIZED_CODE)
        .path("pre-authorized_code")
        .asText();
  }
}
