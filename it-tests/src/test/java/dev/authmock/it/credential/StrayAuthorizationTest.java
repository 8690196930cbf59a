package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no access token is asked for, one that is sent all the same changes nothing, be it good or bad. */
class StrayAuthorizationTest extends IssuanceTest {
  private List<String> headers;

  @BeforeEach
  void redeem() {
    TokenHolder holder = holderOfToken(IN_TIME);
    TakenApart token = TakenApart.of(holder.accessToken());
    byte[] signature = token.signature();
    signature[7] ^= 1;
    headers = List.of(
        "Bearer " + holder.accessToken(),
        "bearer " + holder.tokens().getIdToken(),
        "Bearer " + token.with(signature),
        "Bearer " + token.header("alg", "none").with(new byte[0]),
        "Bearer garbage",
        "Bearer a.b.c",
        "Bearer",
        "Bearer ",
        "Basic dXNlcjpwYXNzd29yZA==",
        "Basic %%%",
        "nonsense");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void what_everybody_may_read_may_be_read_with_any_token(String path) {
    int without = http.get(path).status();

    for (String header : headers) {
      Exchange answer =
          http.request("GET", path).header("Authorization", header).send();
      assertThat(answer.status()).as("%s", answer).isEqualTo(without);
      assertThat(answer.header("www-authenticate")).isEmpty();
    }
  }

  static Stream<String> pages() {
    return Stream.of(
        RawHttp.AUTH_MOCK + "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server" + RawHttp.AUTH_MOCK,
        RawHttp.JWKS,
        RawHttp.ISSUER_MOCK + "/.well-known/openid-credential-issuer",
        RawHttp.ISSUER_MOCK + "/jwks",
        RawHttp.ISSUER_MOCK + "/offers/unknown",
        RawHttp.AUTH_MOCK + "/request_uri/unknown",
        RawHttp.AUTHORIZE,
        RawHttp.OFFER,
        "/mock/journal",
        "/journal/unknown",
        "/flows/unknown",
        "/problems/bad-request",
        "/nowhere");
  }

  @ParameterizedTest
  @ValueSource(strings = {AUTHORISED, "CTWalletCrossPreAuthorisedInTime"})
  void an_offer_is_made_with_any_token(String type) {
    for (String header : headers) {
      String query = offerQuery(type, Codes.HOLDER).encoded();
      Exchange made = http.request("GET", RawHttp.OFFER + "?" + query)
          .header("Authorization", header)
          .send();
      Exchange read = http.request("GET", offerUri(offerUrl(made)))
          .header("Authorization", header)
          .send();
      assertThat(read.status()).as("%s", read).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user_pin"})
  void a_code_is_redeemed_with_any_bearer_token(String missing) {
    for (String header :
        headers.stream().filter(sent -> !sent.startsWith("Basic")).toList()) {
      Form form = Form.ofPreAuthorizedCode(codes.preAuthorized())
          .with("user_pin", Codes.DERIVED_PIN)
          .without(missing);
      Exchange answer = http.request("POST", RawHttp.TOKEN)
          .header("Authorization", header)
          .header("Content-Type", RawHttp.FORM)
          .body(form.encoded())
          .send();
      assertThat(answer.status()).as("%s", answer).isEqualTo(missing.isEmpty() ? 200 : 400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "GET", "DELETE"})
  void another_method_is_not_allowed_with_any_token(String method) {
    for (String path : List.of(RawHttp.CREDENTIAL, RawHttp.DEFERRED)) {
      for (String header : headers) {
        Exchange answer =
            http.request(method, path).header("Authorization", header).send();
        assertThat(answer.status()).as("%s", answer).isEqualTo(405);
      }
      assertThat(http.request(method, path).send().status()).isEqualTo(405);
    }
  }
}
