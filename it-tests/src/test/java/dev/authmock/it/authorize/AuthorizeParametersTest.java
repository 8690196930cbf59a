package dev.authmock.it.authorize;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.RawSocket;
import dev.authmock.it.support.flow.HolderRequestTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The parameters of an authorization request: which there must be, how often, and with what in them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
class AuthorizeParametersTest extends HolderRequestTest {

  @ParameterizedTest
  @CsvSource({
    "response_type, invalid_request, response_type.present",
    "scope, invalid_scope, scope.openid",
    "code_challenge, invalid_request, code_challenge.present",
    "code_challenge_method, invalid_request, code_challenge.method",
    "authorization_details, invalid_authorization_details, authorization_details.present",
    "issuer_state, invalid_request, issuer_state.present"
  })
  void a_required_parameter_must_be_there_and_not_be_empty(
      String name, String error, String check) {
    assertRefused(good.without(name), error, check);
    assertRefused(good.replacing(name, ""), error, check);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, authorize.client_id_present",
    "redirect_uri, authorize.redirect_uri_present"
  })
  void without_a_client_or_a_redirect_uri_there_is_no_redirect(String name, String check) {
    assertProblem(good.without(name), check);
    assertProblem(good.replacing(name, ""), check);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "nonce", "client_metadata"})
  void an_optional_parameter_may_be_left_out_or_be_empty(String name) {
    assertAccepted(good.without(name));
    assertAccepted(good.replacing(name, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
        "authorization_details",
        "issuer_state",
        "client_metadata"
      })
  void a_parameter_that_is_sent_twice_goes_nowhere(String name) {
    assertProblem(good.with(name, good.value(name)), "request.parameters_once").saying(name);
    assertProblem(good.with(name, "another"), "request.parameters_once").saying(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%73tate=x", "sta%74e=", "state=", "state", "&&state=x"})
  void a_parameter_is_sent_twice_however_its_name_is_written(String again) {
    Exchange answer = http.get(RawHttp.AUTHORIZE + "?" + good.encoded() + "&" + again);
    assertThatProblem(answer).is(BAD_REQUEST, "invalid_request", "request.parameters_once");
    assertAccepted(good);
  }

  @Test
  void a_plus_is_a_space() {
    assertThat(http.get(RawHttp.AUTHORIZE + "?"
                + good.encoded().replace("scope=openid", "scope=openid+profile"))
            .status())
        .isEqualTo(302);
    assertRefused(good.replacing("scope", "openid+profile"), "invalid_scope", "scope.openid");
  }

  @Test
  void an_unknown_parameter_is_ignored_even_when_it_is_sent_twice() {
    assertAccepted(good.with("resource", "https://other.example").with("acr_values", ""));
    assertThat(http.authorize(good.with("x", "1").with("x", "2")).status()).isIn(302, 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id_token", "token", "vp_token", "code id_token", "Code", "code "})
  void another_response_type_is_not_supported(String type) {
    assertRefused(
        good.replacing("response_type", type),
        "unsupported_response_type",
        "response_type.supported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "OpenID", "openid,profile", "openidx", "open id"})
  void a_scope_without_openid_is_invalid(String scope) {
    assertRefused(good.replacing("scope", scope), "invalid_scope", "scope.openid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid profile", "ver_test:id_token openid", "openid openid"})
  void a_scope_may_have_more_than_openid(String scope) {
    assertAccepted(good.replacing("scope", scope));
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "nonce"})
  void what_is_to_be_remembered_has_a_bound(String name) {
    assertAccepted(good.replacing(name, "x".repeat(1024)));
    assertRefused(
        good.replacing(name, "x".repeat(1025)), "invalid_request", "authorize.parameter_length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ff%fe", "%C3%28", "%ed%a0%80"})
  void a_query_that_is_no_utf_8_goes_nowhere(String encoding) {
    assertThatProblem(raw(good.encoded() + "&ui_locales=" + encoding))
        .is(BAD_REQUEST, "invalid_request", "request.encoding")
        .leaksNone(good.value("state"), good.value("nonce"), good.value("issuer_state"));
    assertAccepted(good);
  }

  /** The framework can't even tell its path. */
  @ParameterizedTest
  @ValueSource(strings = {"%zz", "%", "%e", "%u0041"})
  void a_query_that_is_not_percent_encoded_goes_nowhere(String encoding) {
    Exchange answer = raw(good.encoded() + "&ui_locales=" + encoding);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("check").asText()).isEqualTo("request.encoding");
    assertAccepted(good);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "?", "=", "&&&", "=x", "client_id"})
  void a_query_with_nothing_in_it_goes_nowhere(String query) {
    assertThatProblem(http.get(RawHttp.AUTHORIZE + "?" + query))
        .is(BAD_REQUEST, "invalid_request", "authorize.client_id_present");
  }

  @Test
  void no_query_at_all_goes_nowhere() {
    assertThatProblem(http.get(RawHttp.AUTHORIZE))
        .is(BAD_REQUEST, "invalid_request", "authorize.client_id_present");
  }

  @Test
  void a_request_that_is_longer_than_80_kilobytes_is_too_large() {
    Exchange answer = http.authorize(good.with("ui_locales", "x".repeat(82_000)));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("check").asText()).isEqualTo("request.size");
    assertAccepted(good);
  }

  @Test
  void a_request_can_not_be_posted() {
    assertThatProblem(http.post(RawHttp.AUTHORIZE, RawHttp.FORM, good.encoded()))
        .is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
  }

  @Test
  void a_good_request_leads_to_a_wallet_each_time_it_is_sent() {
    String first = assertAccepted(good).parameter("state");
    String second = assertAccepted(good).parameter("state");
    assertThat(first).isNotEqualTo(second);
  }

  /** What no URI of a client library may have in it. */
  private Exchange raw(String query) {
    Exchange raw = RawSocket.send(
        server.getPort(),
        "GET " + RawHttp.AUTHORIZE + "?" + query
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return new Exchange(
        "GET",
        URI.create(http.base() + RawHttp.AUTHORIZE),
        raw.requestHeaders(),
        raw.requestBody(),
        raw.status(),
        raw.headers(),
        raw.body());
  }
}
