package dev.authmock.it.authorize;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RedirectedRefusal;
import dev.authmock.it.support.flow.ServiceRequestTest;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.SocketHost;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.wallet.ServiceWallet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The keys of a request object, at the client's registered jwks_uri.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
class RequestObjectKeysTest extends ServiceRequestTest {
  private final ECKey key = Keys.ec("key-1");
  private JwksHost host;

  @BeforeEach
  void haveHost() {
    host = JwksHost.of(key);
    take(walletAt(host.jwksUri()));
  }

  @AfterEach
  void stopHost() {
    host.close();
  }

  @Test
  void keys_are_fetched_once_for_many_requests() {
    for (int i = 0; i < 10; i++) {
      assertAccepted(good());
    }
    assertThat(host.requests()).isEqualTo(1);
  }

  @Test
  void keys_are_not_fetched_before_they_are_needed() {
    http.authorize(with("garbage"));
    http.authorize(with(object().header("alg", "none")));
    http.authorize(with(object().header("kid", null)));
    assertThat(host.requests()).isZero();
  }

  @Test
  void one_fetch_serves_the_request_object_and_the_client_assertion() {
    sdk.redeem(wallet.authorize(VA_TO_ONBOARD));
    assertThat(host.requests()).isEqualTo(1);
  }

  @Test
  void a_new_key_is_picked_up_at_once_and_the_old_one_is_good_no_longer() {
    Form signedWithOld = good();
    assertAccepted(signedWithOld);
    ECKey next = Keys.ec("key-2");
    host.publish(next);
    assertAccepted(with(object().header("kid", "key-2").signedBy(next)));
    assertThatRedirect(http.authorize(signedWithOld)).is(INVALID, "request_object.key_known");
    assertThat(host.requests()).isEqualTo(2);
  }

  @Test
  void a_new_key_under_the_old_kid_is_picked_up_at_once() {
    assertAccepted(good());
    ECKey next = Keys.ec("key-1");
    host.publish(next);
    assertAccepted(with(object().signedBy(next)));
    assertThatRedirect(http.authorize(good())).is(INVALID, "request_object.signature");
  }

  @Test
  void an_unknown_kid_makes_the_keys_be_fetched_again_at_most_once_in_ten_seconds() {
    assertAccepted(good());
    for (int i = 0; i < 5; i++) {
      assertRefused(
          with(object().header("kid", "key-" + (2 + i))), INVALID, "request_object.key_known");
    }
    assertThat(host.requests()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(10));
    assertRefused(with(object().header("kid", "key-2")), INVALID, "request_object.key_known");
    assertThat(host.requests()).isEqualTo(3);
  }

  @Test
  void two_keys_with_one_kid_verify_nothing() {
    host.publish(key, Keys.ec("key-1"));
    assertUnverified("key_unique");
  }

  @Test
  void keys_of_another_kind_verify_nothing() {
    host.publish(Keys.ec(Curve.P_384, "key-1"));
    assertUnverified("key_known");
  }

  @Test
  void a_private_key_at_the_jwks_uri_verifies_nothing() {
    host.answer(JwksHost.json(new JWKSet(key).toString(false)));
    assertUnverified("keys_public").leaksNone(key.getD().toString());
  }

  @Test
  void what_is_no_jwk_set_verifies_nothing() {
    for (String body : new String[] {"", "null", "{}", "{\"keys\":[]}", "[".repeat(10_000)}) {
      host.answer(JwksHost.json(body));
      assertUnverified("keys_readable");
    }
  }

  @Test
  void a_host_that_does_not_answer_gives_no_keys() throws IOException {
    host.answer(aResponse().withStatus(500));
    assertUnverified("keys_reachable");
    try (SocketHost hanging = SocketHost.neverAnswering()) {
      take(walletAt(hanging.jwksUri()));
      assertUnverified("keys_reachable").saying("in time");
    }
    take(walletAt("http://169.254.169.254/jwks"));
    assertUnverified("keys_reachable").saying("which is not connected to");
  }

  @Test
  void metadata_in_the_request_may_name_the_registered_jwks_uri_and_no_other() {
    assertAccepted(form(wallet.signed(saying(host.jwksUri()))));
    try (JwksHost other = JwksHost.of(Keys.ec("key-1"))) {
      assertRefused(
          form(wallet.signed(saying(other.jwksUri()))),
          "invalid_request",
          "client_metadata.jwks_uri");
      assertThat(other.requests()).isZero();
    }
  }

  /** A stranger's key would verify a stranger's request. */
  @Test
  void keys_never_come_from_the_request() {
    ECKey stranger = Keys.ec("stranger");
    try (JwksHost other = JwksHost.of(stranger)) {
      AuthorizationRequest asked = saying(other.jwksUri());
      String object = Assertion.of(wallet.requestObject(asked).serialized(), stranger)
          .header("kid", "stranger")
          .serialized();
      assertRefused(form(asked.withRequest(object)), INVALID, "request_object.key_known");
      assertThat(other.requests()).isZero();
    }
  }

  private AuthorizationRequest saying(String jwksUri) {
    return request.with(
        "client_metadata",
        Json.write(
            Map.of("authorization_endpoint", wallet.authorizationEndpoint(), "jwks_uri", jwksUri)));
  }

  private ServiceWallet walletAt(String jwksUri) {
    return ServiceWallet.builder(sdk, clients.freshId(), key)
        .jwksUri(URI.create(jwksUri))
        .clock(clock)
        .build();
  }

  private RedirectedRefusal assertUnverified(String rule) {
    return assertThatRedirect(http.authorize(good())).is(INVALID, "request_object." + rule);
  }
}
