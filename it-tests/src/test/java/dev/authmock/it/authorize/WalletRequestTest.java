package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.wallet.WalletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * This server's own request to the wallet: its redirect, and the JWT that it leads to.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-5.2">RFC 9101, section 5.2</a>
 */
class WalletRequestTest extends HolderRequestTest {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @Test
  void the_redirect_has_exactly_these_parameters_in_this_order() {
    Redirect redirect = assertAccepted(good);
    assertThat(redirect.target()).isEqualTo("openid://");
    assertThat(redirect.parameters().keySet())
        .containsExactly(
            "state",
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "nonce",
            "request_uri");
    assertThat(redirect.parameters())
        .containsEntry("client_id", sdk.issuer())
        .containsEntry("redirect_uri", sdk.issuer() + "/direct_post")
        .containsEntry("response_type", "id_token")
        .containsEntry("response_mode", "direct_post")
        .containsEntry("scope", "openid");
    assertThat(redirect.parameter("request_uri")).startsWith(sdk.issuer() + "/request_uri/");
  }

  @Test
  void the_redirect_is_percent_encoded_and_no_longer_than_need_be() {
    String location = assertAccepted(good).location();
    assertThat(location).matches("[!-~]+").doesNotContain("+", "\"", "{", "<");
    assertThat(location).contains("client_id=" + encoded(sdk.issuer()) + "&");
    assertThat(location.length()).isLessThanOrEqualTo(500);
  }

  @Test
  void state_and_nonce_are_the_servers_own_and_never_the_same_twice() {
    Set<String> seen = new HashSet<>();
    seen.add(good.value("state"));
    seen.add(good.value("nonce"));
    for (int i = 0; i < 20; i++) {
      Redirect redirect = assertAccepted(good);
      assertThat(seen.add(redirect.parameter("state"))).isTrue();
      assertThat(seen.add(redirect.parameter("nonce"))).isTrue();
      assertThat(redirect.parameter("state")).matches("[A-Za-z0-9_-]{22,}");
      assertThat(redirect.parameter("nonce")).matches("[A-Za-z0-9_-]{22,}");
    }
  }

  @Test
  void the_request_uri_answers_a_jwt_that_anybody_can_verify() {
    Redirect redirect = assertAccepted(good);
    Exchange read = http.get(redirect.parameter("request_uri"));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.mediaType()).isEqualTo("application/jwt");
    assertThat(read.header("cache-control")).contains("no-store");
    VerifiedToken jwt = verified(read.body());

    assertThat(jwt.header()).containsEntry("alg", "ES256").containsKey("kid");
    assertThat(jwt.claims().keySet())
        .containsExactlyInAnyOrder(
            "iss",
            "aud",
            "iat",
            "exp",
            "state",
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "nonce");
    assertThat(jwt.claims()).containsEntry("iss", sdk.issuer()).containsEntry("aud", wallet.did());
    Map<String, String> twins = new HashMap<>(redirect.parameters());
    twins.remove("request_uri");
    assertThat(jwt.claims()).containsAllEntriesOf(twins);
    assertThat(jwt.number("exp") - jwt.number("iat")).isEqualTo(LIFETIME.toSeconds());
    assertThat(jwt.number("iat")).isEqualTo(clock.instant().getEpochSecond());
  }

  @Test
  void a_request_of_a_service_wallet_is_for_that_one() {
    var service = serviceWallet();
    WalletRequest asked =
        service.send(service.signed(service.authorizationRequest(service.types(VA_TO_ONBOARD))));
    assertThat(asked.claims()).containsEntry("aud", service.clientId());
    assertThat(asked.redirect().target()).isEqualTo(service.authorizationEndpoint());
  }

  @Test
  void the_request_uri_can_be_read_until_the_request_is_answered() {
    WalletRequest asked = wallet.send(request);
    String uri = asked.redirect().parameter("request_uri");
    List<String> read = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      read.add(http.get(uri).body());
    }
    assertThat(new HashSet<>(read)).hasSize(1);
    wallet.post(asked, wallet.answer(asked));
    assertGone(uri);
  }

  @Test
  void the_request_uri_outlives_a_bad_answer() {
    WalletRequest asked = wallet.send(request);
    String uri = asked.redirect().parameter("request_uri");
    http.post(RawHttp.DIRECT_POST, RawHttp.FORM, "state=" + asked.state() + "&id_token=x");
    assertThat(http.get(uri).status()).isEqualTo(200);
  }

  @Test
  void the_request_uri_ends_with_the_time_of_the_request() {
    String uri = assertAccepted(good).parameter("request_uri");
    clock.advance(LIFETIME.minusMillis(1));
    assertThat(http.get(uri).status()).isEqualTo(200);
    clock.advance(Duration.ofMillis(1));
    assertGone(uri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "..", "%2e%2e", "%00", "%2F", "a%20b", "é", "<script>"})
  void an_unknown_request_uri_has_nothing_to_answer(String id) {
    Exchange read =
        http.get(RawHttp.AUTH_MOCK + "/request_uri/" + URI.create(encoded(id)).toASCIIString());
    assertThatProblem(read).is(Kind.NOT_FOUND, "invalid_request", "wallet_request.known");
  }

  @Test
  void the_state_is_no_id_of_a_request() {
    String state = assertAccepted(good).parameter("state");
    assertGone(sdk.issuer() + "/request_uri/" + state);
  }

  private void assertGone(String uri) {
    assertThatProblem(http.get(uri)).is(Kind.NOT_FOUND, "invalid_request", "wallet_request.known");
  }

  private VerifiedToken verified(String jwt) {
    return VerifiedToken.ofRequestObject(jwt, http.get(RawHttp.JWKS), wallet.did(), clock);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
