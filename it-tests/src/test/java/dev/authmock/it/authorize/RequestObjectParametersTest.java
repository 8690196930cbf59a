package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.flow.ServiceRequestTest;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.Pkce;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The parameters in a request object, and those beside it in the query, which must say the same.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#RequestObject">OpenID Connect
 *     Core, section 6.1</a>
 */
class RequestObjectParametersTest extends ServiceRequestTest {
  private static final String TWINS = "request_object.twins";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "response_type | id_token",
        "scope | profile openid",
        "state | another state",
        "nonce | another nonce",
        "code_challenge | E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        "code_challenge_method | plain",
        "authorization_details | []",
        "issuer_state | another",
        "client_metadata | {}"
      })
  void a_parameter_of_the_query_says_what_its_twin_says(String name, String other) {
    AuthorizationRequest all =
        request.withPkce(Pkce.generate()).withIssuerState("of an offer").with("x", "y");
    Form sent = form(all.with(name, other).withRequest(wallet.requestObject(all).serialized()));
    assertRefused(sent, INVALID, TWINS).saying(name);
  }

  @Test
  void the_redirect_uri_of_the_query_says_what_its_twin_says() {
    Form other = with(object().claim("redirect_uri", "https://evil.example/"));
    assertRefused(other, INVALID, TWINS).saying("redirect_uri");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_type",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "authorization_details",
        "client_metadata"
      })
  void a_parameter_may_stand_in_the_request_object_alone(String name) {
    AuthorizationRequest without = request.without(name);
    assertAccepted(form(without.withRequest(wallet.requestObject(request).serialized())));
  }

  /**
   * Nobody has signed it.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-6.3">RFC 9101, section 6.3</a>
   */
  @ParameterizedTest
  @CsvSource({
    "state, x",
    "nonce, x",
    "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    "code_challenge_method, S256",
    "issuer_state, x",
    "client_metadata, {}",
    "authorization_details, []"
  })
  void a_parameter_must_not_stand_in_the_query_alone(String name, String value) {
    AuthorizationRequest without = request.without(name);
    Form sent =
        form(without.with(name, value).withRequest(wallet.requestObject(without).serialized()));
    assertRefused(sent, INVALID, "request_object.covers").saying(name);
  }

  @Test
  void a_query_may_be_as_short_as_a_client_id_and_a_request() {
    Form shortest = Form.empty()
        .with("client_id", wallet.clientId())
        .with("request", wallet.requestObject(request).serialized());
    String location = assertAccepted(shortest).location();
    assertThat(location).startsWith(wallet.authorizationEndpoint() + "?state=");
  }

  @Test
  void the_query_needs_the_client_id_all_the_same() {
    assertProblem(
        Form.empty().with("request", wallet.requestObject(request).serialized()),
        "invalid_request",
        "authorize.client_id_present");
  }

  @Test
  void an_error_goes_to_the_redirect_uri_of_the_request_object_with_its_state() {
    AuthorizationRequest bad = request.with("scope", "profile");
    Form shortest = Form.empty()
        .with("client_id", wallet.clientId())
        .with("request", wallet.requestObject(bad).serialized());
    assertThatRedirect(http.authorize(shortest))
        .to(wallet.redirectUri())
        .withState(request.parameter("state"))
        .is("invalid_scope", "scope.openid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization_details", "client_metadata"})
  void json_is_compared_as_json(String name) {
    String spaced = Json.read(request.parameter(name)).toPrettyString();
    Form sent = form(
        request.with(name, spaced).withRequest(wallet.requestObject(request).serialized()));
    assertAccepted(sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization_details", "client_metadata"})
  void json_may_be_json_or_a_string_of_it(String name) {
    assertAccepted(with(object().claim(name, request.parameter(name))));
    assertAccepted(form(request
        .without(name)
        .withRequest(object().claim(name, request.parameter(name)).serialized())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_type",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
        "issuer_state"
      })
  void other_parameters_are_strings(String name) {
    for (Object value : new Object[] {1, true, List.of("code"), Map.of("a", "b")}) {
      assertRefused(
              form(request.withRequest(object().claim(name, value).serialized())),
              INVALID,
              "request_object.parameters")
          .saying(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization_details", "client_metadata"})
  void json_is_no_number(String name) {
    assertRefused(with(object().claim(name, 1)), INVALID, "request_object.parameters");
    assertRefused(with(object().claim(name, true)), INVALID, "request_object.parameters");
  }

  @Test
  void null_or_nothing_is_no_parameter() {
    Form sent = form(request
        .without("state")
        .without("nonce")
        .withRequest(
            object().claim("state", NullNode.instance).claim("nonce", "").serialized()));
    assertAccepted(sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "request_uri"})
  void a_request_object_has_no_other_in_it(String name) {
    assertRefused(
        with(object().claim(name, "https://issuer.example/1")), INVALID, "request_object.nested");
  }

  @Test
  void other_claims_are_ignored() {
    assertAccepted(with(object()
        .claim("sub", "x")
        .claim("jti", List.of(1))
        .claim("response_mode", "form_post")
        .claim("resource", Map.of())));
  }

  @Test
  void bad_parameters_in_it_are_refused_like_those_of_a_query() {
    assertRefusedOf(
        request.with("response_type", "token"),
        "unsupported_response_type",
        "response_type.supported");
    assertRefusedOf(request.with("scope", "x"), "invalid_scope", "scope.openid");
    assertRefusedOf(
        request.with("state", "x".repeat(1025)), "invalid_request", "authorize.parameter_length");
    assertRefusedOf(
        request.with("authorization_details", "[]"),
        "invalid_authorization_details",
        "authorization_details.count");
    assertRefusedOf(
        request.with("authorization_details", "{}"),
        "invalid_authorization_details",
        "authorization_details.json");
    assertRefusedOf(
        request.with("client_metadata", "[]"), "invalid_request", "client_metadata.json");
  }

  @Test
  void what_a_holder_wallet_is_offered_is_asked_for_with_an_issuer_state() {
    assertRefusedOf(
        wallet.authorizationRequest(wallet.types(AUTHORISED)),
        "invalid_request",
        "issuer_state.present");
  }

  private void assertRefusedOf(AuthorizationRequest bad, String error, String check) {
    assertRefused(form(wallet.signed(bad)), error, check);
  }
}
