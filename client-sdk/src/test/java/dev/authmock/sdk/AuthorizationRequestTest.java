package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorizationRequestTest {

  private static final Pkce PKCE = Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  private static final AuthorizationRequest REQUEST = AuthorizationRequest.of("did:key:z2dmz");

  @Test
  void it_is_for_a_code_and_openid() {
    assertThat(REQUEST.parameters())
        .containsExactly(
            Map.entry("response_type", "code"),
            Map.entry("client_id", "did:key:z2dmz"),
            Map.entry("scope", "openid"));
  }

  @Test
  void it_carries_what_a_holder_wallet_says() {
    AuthorizationRequest full = REQUEST
        .withRedirectUri("openid://callback")
        .withState("s")
        .withNonce("n")
        .withPkce(PKCE)
        .withIssuerState("i")
        .withClientMetadata(Map.of("authorization_endpoint", "openid:"));

    assertThat(full.parameters())
        .containsEntry("redirect_uri", "openid://callback")
        .containsEntry("state", "s")
        .containsEntry("nonce", "n")
        .containsEntry("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("issuer_state", "i")
        .containsEntry("client_metadata", "{\"authorization_endpoint\":\"openid:\"}");
  }

  @Test
  void it_carries_the_request_object_of_a_service_wallet() {
    assertThat(REQUEST.withRequest("h.p.s").parameter("request")).isEqualTo("h.p.s");
    assertThat(REQUEST.withRequestUri("https://issuer.example/r").parameter("request_uri"))
        .isEqualTo("https://issuer.example/r");
  }

  @Test
  void the_authorization_details_name_the_types_and_where_they_are_issued() {
    List<String> types = List.of("VerifiableCredential", "X");

    assertThat(
            REQUEST.withAuthorizationDetails(types, "http://ci").parameter("authorization_details"))
        .isEqualTo("[{\"type\":\"openid_credential\",\"format\":\"jwt_vc\","
            + "\"types\":[\"VerifiableCredential\",\"X\"],\"locations\":[\"http://ci\"]}]");
    assertThat(REQUEST.withAuthorizationDetails(types).parameter("authorization_details"))
        .doesNotContain("locations");
  }

  @Test
  void any_parameter_can_be_changed_or_left_out() {
    AuthorizationRequest faulty = REQUEST.with("response_type", "token").without("scope");

    assertThat(faulty.parameters()).containsOnlyKeys("response_type", "client_id");
    assertThat(faulty.parameter("response_type")).isEqualTo("token");
    assertThat(faulty.parameter("scope")).isNull();
    assertThat(REQUEST.parameters()).hasSize(3);
  }

  @Test
  void its_query_is_percent_encoded_as_utf_8() {
    assertThat(
            AuthorizationRequest.of("did:key:z").with("x y", "a+b&c=d%ü#[{\"").toQuery())
        .isEqualTo("response_type=code&client_id=did%3Akey%3Az&scope=openid"
            + "&x%20y=a%2Bb%26c%3Dd%25%C3%BC%23%5B%7B%22");
  }

  @Test
  void what_it_holds_is_hidden() {
    assertThat(REQUEST.withState("s3cret"))
        .hasToString("AuthorizationRequest[response_type, client_id, scope, state]");
  }
}
