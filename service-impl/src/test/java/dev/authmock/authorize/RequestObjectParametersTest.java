package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.AUTHORIZATION_DETAILS;
import static dev.authmock.authorize.AuthorizationParameter.NONCE;
import static dev.authmock.authorize.AuthorizationParameter.SCOPE;
import static dev.authmock.authorize.Refusals.brokenBy;
import static dev.authmock.authorize.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Evaluation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestObjectParametersTest {
  private final Evaluation evaluation = new Evaluation("id");

  @Test
  void what_the_request_object_adds_counts_and_so_does_what_may_stand_in_the_query_alone() {
    AuthorizationRequest query = AuthorizationRequest.of(Map.of("scope", "openid"));

    AuthorizationRequest whole = query.with(require(query, Map.of("nonce", "n")));

    assertThat(whole.text(SCOPE)).isEqualTo("openid");
    assertThat(whole.text(NONCE)).isEqualTo("n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redirect_uri",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
        "authorization_details",
        "issuer_state",
        "client_metadata"
      })
  void what_stands_in_the_query_alone_could_be_anybodys(String parameter) {
    assertThat(brokenBy(() -> require(AuthorizationRequest.of(Map.of(parameter, "x")), Map.of())))
        .isEqualTo(AuthorizeCheck.REQUEST_OBJECT_COVERS);
  }

  @Test
  void what_is_empty_or_null_in_the_request_object_is_not_there() {
    AuthorizationRequest query = AuthorizationRequest.of(Map.of());
    Map<String, @Nullable Object> claims = new HashMap<>();
    claims.put("state", null);
    claims.put("nonce", "");

    assertThat(require(query, claims)).isEmpty();
  }

  @Test
  void claims_that_are_no_parameters_are_not_looked_at() {
    assertThat(require(AuthorizationRequest.of(Map.of()), Map.of("exp", 7L, "iss", List.of())))
        .isEmpty();
  }

  @Test
  void a_parameter_of_the_query_must_equal_its_twin() {
    assertThat(brokenBy(() -> require(
            AuthorizationRequest.of(Map.of("scope", "openid")), Map.of("scope", "openid x"))))
        .isEqualTo(AuthorizeCheck.REQUEST_OBJECT_TWINS);
  }

  @Test
  void what_is_no_json_is_compared_to_the_letter() {
    assertThat(brokenBy(() -> require(
            AuthorizationRequest.of(Map.of("state", "{\"a\": 1}")), Map.of("state", "{\"a\":1}"))))
        .isEqualTo(AuthorizeCheck.REQUEST_OBJECT_TWINS);
  }

  @Test
  void a_difference_shows_no_secret() {
    String ofQuery = "5fGk2sQ8vTz1xYw3";
    String ofObject = "9aBc7dEf6gHi4jKl";

    assertThat(refusal(() -> require(
                AuthorizationRequest.of(Map.of("state", ofQuery)), Map.of("state", ofObject)))
            .description())
        .contains("state of the query")
        .doesNotContain(ofQuery, ofObject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\":1,\"b\":[\"x\"]}]",
        " [ { \"b\" : [ \"x\" ] , \"a\" : 1 } ] ",
        "[{\"\\u0061\":1,\"b\":[\"x\"]}]"
      })
  void json_is_compared_as_json(String ofQuery) {
    AuthorizationRequest query = AuthorizationRequest.of(Map.of("authorization_details", ofQuery));
    List<Object> json = List.of(Map.of("a", 1L, "b", List.of("x")));

    assertThat(require(query, Map.of("authorization_details", json)))
        .containsEntry(AUTHORIZATION_DETAILS, json);
    require(query, Map.of("authorization_details", "[{\"b\":[\"x\"],\"a\":1}]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"a\":2}]", "[{\"a\":1},{}]", "{\"a\":1}", "x", "[", "[]"})
  void json_that_differs_is_no_twin(String ofQuery) {
    assertThat(brokenBy(() -> require(
            AuthorizationRequest.of(Map.of("authorization_details", ofQuery)),
            Map.of("authorization_details", List.of(Map.of("a", 1L))))))
        .isEqualTo(AuthorizeCheck.REQUEST_OBJECT_TWINS);
  }

  @Test
  void a_parameter_must_be_a_string() {
    for (Object value : List.of(7L, true, List.of("openid"), Map.of())) {
      assertThat(brokenBy(() -> require(AuthorizationRequest.of(Map.of()), Map.of("scope", value))))
          .isEqualTo(AuthorizeCheck.REQUEST_OBJECT_PARAMETERS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"request", "request_uri"})
  void a_request_object_must_not_lead_to_another(String parameter) {
    assertThat(brokenBy(() -> require(AuthorizationRequest.of(Map.of()), Map.of(parameter, "x"))))
        .isEqualTo(AuthorizeCheck.REQUEST_OBJECT_NESTED);
  }

  private Map<AuthorizationParameter, Object> require(
      AuthorizationRequest query, Map<String, ? extends @Nullable Object> claims) {
    return RequestObjectParameters.require(query, new HashMap<>(claims), evaluation);
  }
}
