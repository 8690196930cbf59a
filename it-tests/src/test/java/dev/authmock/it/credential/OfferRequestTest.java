package dev.authmock.it.credential;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.RawSocket;
import dev.authmock.sdk.wallet.WalletIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How an offer is asked for: a type that is offered, each parameter once.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4.1">OpenID4VCI
 *     draft 11, section 4.1</a>
 */
class OfferRequestTest extends IssuanceTest {
  private final String did = WalletIdentity.generate().did();
  private final Form good = offerQuery(AUTHORISED, did);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Diploma",
        "CTWallet",
        "CTWalletSame",
        "CTWalletSameAuthorised",
        "CTWalletSameAuthorisedInTime ",
        " CTWalletSameAuthorisedInTime",
        "ctwalletsameauthorisedintime",
        "CTWalletSameAuthorisedInTimeDeferred",
        "CTWalletSameauthorisedInTime",
        "CTWalletOtherAuthorisedInTime",
        "CTWalletSameAuthorizedInTime",
        "CTWalletSameAuthorisedInTime\u0000",
        "VerifiableCredential",
        "VerifiableAttestation",
        "VerifiableAuthorisationToOnboard",
        "VerifiableAuthorisationForTrustChain",
        "VerifiableAccreditationToAttest",
        "VerifiableAccreditationToAccredit",
        "<script>alert(1)</script>",
        "null"
      })
  void a_type_that_is_not_offered_is_never_offered(String type) {
    assertThatProblem(requestOffer(offerQuery(type, did)))
        .is(BAD_REQUEST, "unsupported_credential_type", "offer.credential_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VerifiableAuthorisationToOnboard",
        "VerifiableAuthorisationForTrustChain",
        "VerifiableAccreditationToAttest",
        "VerifiableAccreditationToAccredit"
      })
  void who_asks_for_the_credential_of_a_service_wallet_is_told_so(String type) {
    assertThatProblem(requestOffer(offerQuery(type, did)))
        .is(BAD_REQUEST, "unsupported_credential_type", "offer.credential_type")
        .saying("without an offer");
  }

  @Test
  void a_very_long_type_is_not_shown_in_full() {
    String type = "A".repeat(60_000);

    assertThatProblem(requestOffer(offerQuery(type, did)))
        .is(BAD_REQUEST, "unsupported_credential_type", "offer.credential_type")
        .leaksNone("A".repeat(5000));
  }

  @Test
  void credential_type_and_client_id_are_required() {
    assertThatProblem(requestOffer(good.without("credential_type")))
        .is(BAD_REQUEST, "invalid_request", "offer.credential_type.present");
    assertThatProblem(requestOffer(good.without("client_id")))
        .is(BAD_REQUEST, "invalid_request", "offer.client_id.present");
    assertThatProblem(http.get(RawHttp.OFFER))
        .is(BAD_REQUEST, "invalid_request", "offer.credential_type.present");
    assertThatProblem(http.get(RawHttp.OFFER + "?"))
        .is(BAD_REQUEST, "invalid_request", "offer.credential_type.present");
  }

  @Test
  void an_empty_parameter_counts_as_not_sent() {
    assertThatProblem(requestOffer(good.replacing("credential_type", "")))
        .is(BAD_REQUEST, "invalid_request", "offer.credential_type.present");
    assertThatProblem(requestOffer(good.replacing("client_id", "")))
        .is(BAD_REQUEST, "invalid_request", "offer.client_id.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"credential_type", "client_id", "credential_offer_endpoint", "something_else"})
  void a_parameter_must_not_be_sent_twice(String name) {
    Form twice = good.with("credential_offer_endpoint", "openid-credential-offer://")
        .with("something_else", "1");

    assertThatProblem(requestOffer(twice.with(name, twice.value(name))))
        .is(BAD_REQUEST, "invalid_request", "request.parameters_once");
    assertThatProblem(requestOffer(twice.with(name, "")))
        .is(BAD_REQUEST, "invalid_request", "request.parameters_once");
  }

  @Test
  void an_unknown_parameter_is_ignored() {
    assertThat(requestOffer(good.with("utm_source", "x").with("credential_types", "y"))
            .status())
        .isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "%", "%2", "%e4", "%C0%AF", "%ED%A0%80", "%ff%fe"})
  void what_is_no_percent_encoded_utf_8_is_refused(String encoded) {
    requireBadEncoding("credential_type=" + encoded + "&client_id=" + did);
    requireBadEncoding("credential_type=" + AUTHORISED + "&client_id=" + encoded);
    requireBadEncoding(good.encoded() + "&" + encoded + "=1");
  }

  @Test
  void a_query_that_is_too_long_is_refused() {
    Exchange answer = requestOffer(good.with("padding", "a".repeat(90_000)));

    assertThat(answer.status()).as("%s", answer).isEqualTo(413);
    assertThat(answer.json().path("check").asText()).isEqualTo("request.size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void offers_are_asked_for_by_get(String method) {
    assertThatProblem(http.request(method, RawHttp.OFFER + "?" + good.encoded()).send())
        .is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
  }

  /** The JDK's client does not send what is no URI; so it goes over a socket. */
  private void requireBadEncoding(String query) {
    Exchange answer = RawSocket.send(
        server.getPort(),
        "GET %s?%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .formatted(RawHttp.OFFER, query));
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().path("check").asText()).as("%s", answer).isEqualTo("request.encoding");
  }
}
