package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.sdk.FakePeer.Answer;
import dev.authmock.sdk.conformance.model.DirectPostForm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationEndpointTest {

  private static final AuthorizationRequest REQUEST =
      AuthorizationRequest.of("did:key:z2dmz").withState("st/ate");

  private static final DirectPostForm FORM = new DirectPostForm().state("x&y").idToken("h.p.s");

  @Test
  void a_request_goes_by_its_query_and_the_redirect_is_not_followed() throws IOException {
    try (FakePeer peer = redirecting("openid://?state=s1&nonce=n1")) {
      Redirect redirect = peer.client().authorize(REQUEST);

      assertThat(redirect.parameter("nonce")).isEqualTo("n1");
      assertThat(peer.request().method()).isEqualTo("GET");
      assertThat(peer.request().uri())
          .isEqualTo("/conformance/v3/auth-mock/authorize?" + REQUEST.toQuery());
    }
  }

  @Test
  void not_even_a_redirect_to_a_web_page_is_followed() throws IOException {
    try (FakePeer page = FakePeer.answering(200, "text/html", "");
        FakePeer peer = redirecting(page.url() + "/cb?state=s1")) {
      assertThat(peer.client().authorize(REQUEST).target()).isEqualTo(page.url() + "/cb");
      assertThat(page.requests()).isEmpty();
    }
  }

  @Test
  void an_http_client_that_follows_redirects_is_refused() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    assertThatThrownBy(() -> AuthMockClient.builder().httpClient(following))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_error_by_redirect_is_a_refusal_with_its_state() throws IOException {
    try (FakePeer peer = redirecting(
        "openid://callback?error=invalid_request&error_description=No%20PKCE.&state=st%2Fate")) {
      AuthorizationException refused = refusalOf(peer);

      assertThat(refused).hasMessage("302: invalid_request: No PKCE.");
      assertThat(refused.error()).isEqualTo("invalid_request");
      assertThat(refused.description()).isEqualTo("No PKCE.");
      assertThat(refused.state()).isEqualTo("st/ate");
      assertThat(refused.redirectUri()).isEqualTo("openid://callback");
      assertThat(refused.problem().status()).isEqualTo(302);
      assertThat(refused.problem().instance()).isNull();
    }
  }

  @Test
  void an_error_by_redirect_may_lead_to_its_explanation() throws IOException {
    String location = "openid://callback?error=invalid_request&error_uri=";
    try (FakePeer peer = redirecting(location + "http%3A%2F%2Fm%2Fjournal%2F1a2b")) {
      assertThat(refusalOf(peer).problem().instance())
          .isEqualTo(URI.create("http://m/journal/1a2b"));
    }
    try (FakePeer peer = redirecting(location + "no%20uri")) {
      assertThat(refusalOf(peer).problem().instance()).isNull();
    }
  }

  @Test
  void an_error_by_redirect_may_be_bare() throws IOException {
    try (FakePeer peer = redirecting("openid://callback?error=server_error")) {
      AuthorizationException refused =
          catchThrowableOfType(AuthorizationException.class, () -> peer.client().directPost(FORM));

      assertThat(refused.description()).isNull();
      assertThat(refused.state()).isNull();
    }
  }

  @Test
  void a_problem_is_a_plain_refusal() throws IOException {
    try (FakePeer peer = FakePeer.answering(
        400,
        FakePeer.PROBLEM_JSON,
        "{\"title\":\"Issuer Not Found\",\"check\":\"client.known\"}")) {
      assertThat(
              catchThrowableOfType(AuthMockException.class, () -> peer.client().authorize(REQUEST)))
          .isExactlyInstanceOf(AuthMockException.class)
          .extracting(refused -> refused.problem().check())
          .isEqualTo("client.known");
    }
  }

  @Test
  void an_answer_is_posted_and_gives_the_code() throws IOException {
    try (FakePeer peer = redirecting("openid://callback?code=c0de&state=st%2Fate")) {
      AuthorizationResponse response = peer.client().directPost(FORM);

      assertThat(response.code()).isEqualTo("c0de");
      assertThat(response.state()).isEqualTo("st/ate");
      assertThat(response.redirect().target()).isEqualTo("openid://callback");
      assertThat(response)
          .hasToString("AuthorizationResponse[redirect=Redirect[openid://callback]]");
      assertThat(peer.request().method()).isEqualTo("POST");
      assertThat(peer.request().uri()).isEqualTo("/conformance/v3/auth-mock/direct_post");
      assertThat(peer.request().body()).isEqualTo("state=x%26y&id_token=h.p.s");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"openid://callback?state=1", "openid://callback?code=1&code=2", "x?code=%z"})
  void a_redirect_that_is_not_in_the_contract_is_told_and_not_quoted(String location)
      throws IOException {
    try (FakePeer peer = redirecting(location)) {
      assertThat(catchThrowableOfType(
              AuthMockUnavailableException.class, () -> peer.client().directPost(FORM)))
          .hasMessageContaining("status 302 with a Location that ")
          .hasMessageNotContaining("callback");
    }
  }

  @Test
  void an_answer_that_is_no_redirect_is_told() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, "text/html", "<html>")) {
      assertThat(catchThrowableOfType(
              AuthMockUnavailableException.class, () -> peer.client().authorize(REQUEST)))
          .hasMessageEndingWith("status 200 instead of a redirect");
    }
  }

  @Test
  void a_request_by_reference_is_read_as_it_stands() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, "application/jwt", "h.p.s")) {
      URI elsewhere = URI.create("http://mock:1/conformance/v3/auth-mock/request_uri/1f6d");

      assertThat(peer.client().requestObject(elsewhere)).isEqualTo("h.p.s");
      assertThat(peer.request().uri()).isEqualTo("/conformance/v3/auth-mock/request_uri/1f6d");
      assertThat(peer.request().header("Accept")).startsWith("application/jwt");
    }
  }

  @Test
  void a_request_that_is_not_where_a_mock_has_them_is_not_fetched() {
    AuthMockClient client = AuthMockClient.create();

    assertThatThrownBy(() -> client.requestObject(URI.create("http://evil.example/r/1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AuthorizationException refusalOf(FakePeer peer) {
    return catchThrowableOfType(
        AuthorizationException.class, () -> peer.client().authorize(REQUEST));
  }

  private static FakePeer redirecting(String location) throws IOException {
    return FakePeer.answering(request -> Answer.redirect(location));
  }
}
