package dev.authmock.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.Wallet;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.RemoteKeysTest;
import dev.authmock.it.support.jwks.RemoteWallet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A client's keys at its {@code jwks_uri}: fetched when they are needed, kept for five minutes, and
 * fetched anew at most every ten seconds when they don't fit.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
class JwksUriTest extends RemoteKeysTest {
  private static final Duration MAX_AGE = Duration.ofMinutes(5);
  private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(10);
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  private final ECKey key = Keys.ec("key-1");
  private JwksHost host;
  private RemoteWallet remote;

  @BeforeEach
  void haveHost() {
    host = JwksHost.of(key);
    remote = walletAt(host.jwksUri(), key);
  }

  @AfterEach
  void stopHost() {
    host.close();
  }

  @Test
  void keys_are_fetched_from_the_jwks_uri() {
    assertAccepted(remote.form());
    assertThat(host.requests()).isEqualTo(1);
  }

  @Test
  void keys_are_fetched_once_for_many_tokens() {
    for (int i = 0; i < 20; i++) {
      assertAccepted(remote.form());
    }
    assertThat(host.requests()).isEqualTo(1);
  }

  @Test
  void keys_are_not_fetched_before_they_are_needed() {
    Form form = remote.form();
    assertThat(host.requests()).isZero();
    assertUnauthorized(form.replacing("client_assertion", "garbage"), "client_assertion.jwt");
    assertUnauthorized(
        form.replacing(
            "client_assertion",
            remote.wallet().rawAssertion().header("alg", "none").serialized()),
        "client_assertion.alg");
    assertUnauthorized(
        form.replacing(
            "client_assertion",
            remote.wallet().rawAssertion().header("kid", null).serialized()),
        "client_assertion.kid");
    assertThat(host.requests()).isZero();
  }

  @Test
  void keys_of_other_kinds_beside_an_es256_key_do_no_harm() throws JOSEException {
    host.publish(
        new RSAKeyGenerator(2048).keyID("rsa-1").generate(), Keys.ec(Curve.P_384, "p384-1"), key);
    assertAccepted(remote.form());
  }

  @Test
  void two_keys_with_one_kid_do_not_authenticate() {
    host.publish(key, Keys.ec("key-1"));
    assertUnauthorized(remote.form(), "client_assertion.key_unique");
  }

  @Test
  void a_redirect_on_the_same_host_is_followed() {
    host.answer("/old", aResponse().withStatus(302).withHeader("Location", "/jwks"));
    assertAccepted(walletAt(host.url("/old"), key).form());
  }

  @Test
  void a_new_key_is_picked_up_at_once() {
    assertAccepted(remote.form());
    ECKey next = Keys.ec("key-2");
    host.publish(key, next);
    assertAccepted(remote.formSignedBy(next));
    assertAccepted(remote.form());
    assertThat(host.requests()).isEqualTo(2);
  }

  @Test
  void a_new_key_with_an_old_kid_is_picked_up_at_once() {
    assertAccepted(remote.form());
    ECKey next = Keys.ec("key-1");
    host.publish(next);
    assertAccepted(remote.formSignedBy(next));
    assertThat(host.requests()).isEqualTo(2);
  }

  @Test
  void a_key_that_was_replaced_is_good_no_longer() {
    assertAccepted(remote.form());
    ECKey next = Keys.ec("key-2");
    host.publish(next);
    assertAccepted(remote.formSignedBy(next));
    assertUnauthorized(remote.form(), "client_assertion.key_known");
  }

  @Test
  void a_key_that_was_replaced_under_its_kid_is_good_no_longer() {
    assertAccepted(remote.form());
    ECKey next = Keys.ec("key-1");
    host.publish(next);
    assertAccepted(remote.formSignedBy(next));
    assertUnauthorized(remote.form(), "client_assertion.signature");
  }

  @Test
  void a_key_that_was_removed_is_good_until_the_keys_are_too_old() {
    assertAccepted(remote.form());
    host.publish(Keys.ec("key-2"));
    clock.advance(MAX_AGE.minus(MILLISECOND));
    assertAccepted(remote.form());
    clock.advance(MILLISECOND);
    assertUnauthorized(remote.form(), "client_assertion.key_known");
  }

  @Test
  void keys_are_fetched_again_when_they_are_too_old() {
    assertAccepted(remote.form());
    clock.advance(MAX_AGE.minus(MILLISECOND));
    assertAccepted(remote.form());
    assertThat(host.requests()).isEqualTo(1);
    clock.advance(MILLISECOND);
    assertAccepted(remote.form());
    assertThat(host.requests()).isEqualTo(2);
  }

  @Test
  void an_unknown_kid_makes_the_keys_be_fetched_again_at_most_once_in_ten_seconds() {
    assertAccepted(remote.form());
    askWithUnknownKid(5);
    assertThat(host.requests()).isEqualTo(2);
    clock.advance(REFRESH_INTERVAL.minus(MILLISECOND));
    askWithUnknownKid(5);
    assertThat(host.requests()).isEqualTo(2);
    clock.advance(MILLISECOND);
    askWithUnknownKid(5);
    assertThat(host.requests()).isEqualTo(3);
  }

  @Test
  void a_wrong_signature_makes_the_keys_be_fetched_again_at_most_once_in_ten_seconds() {
    assertAccepted(remote.form());
    askWithWrongSignature(5);
    assertThat(host.requests()).isEqualTo(2);
    clock.advance(REFRESH_INTERVAL.minus(MILLISECOND));
    askWithWrongSignature(5);
    assertThat(host.requests()).isEqualTo(2);
    clock.advance(MILLISECOND);
    askWithWrongSignature(5);
    assertThat(host.requests()).isEqualTo(3);
  }

  @Test
  void keys_that_were_fetched_at_a_time_to_come_are_fetched_again() {
    Instant start = clock.instant();
    clock.advance(Duration.ofDays(366));
    assertAccepted(remote.form());
    askWithUnknownKid(1);
    assertThat(host.requests()).isEqualTo(2);

    clock.set(start);
    assertAccepted(remote.form());
    assertThat(host.requests()).isEqualTo(3);
    askWithUnknownKid(2);
    assertThat(host.requests()).isEqualTo(4);
  }

  /** Two fetches for one request could take longer than a request may take. */
  @Test
  void keys_that_do_not_fit_are_not_fetched_again_for_the_request_that_fetched_them() {
    assertUnauthorized(remote.formSignedBy(Keys.ec("key-1")), "client_assertion.signature");
    assertThat(host.requests()).isEqualTo(1);
    sdk.control().reset();
    remote = walletAt(host.jwksUri(), key);
    assertUnauthorized(remote.formSignedBy(Keys.ec("key-2")), "client_assertion.key_known");
    assertThat(host.requests()).isEqualTo(2);
  }

  @Test
  void clients_at_one_host_have_its_keys_fetched_again_at_most_once_in_ten_seconds() {
    host.answer("/other", JwksHost.json("{\"keys\":[" + key.toPublicJWK() + "]}"));
    RemoteWallet other = walletAt(host.url("/other"), key);
    assertAccepted(remote.form());
    assertAccepted(other.form());
    assertUnauthorized(remote.formSignedBy(Keys.ec("key-2")), "client_assertion.key_known");
    assertUnauthorized(other.formSignedBy(Keys.ec("key-2")), "client_assertion.key_known");
    assertThat(host.requests()).isEqualTo(3);
  }

  @Test
  void clients_at_another_host_do_not_wait_for_those_ten_seconds() {
    assertAccepted(remote.form());
    askWithUnknownKid(1);
    try (JwksHost another = JwksHost.of(key)) {
      RemoteWallet other = walletAt(another.jwksUri(), key);
      assertAccepted(other.form());
      ECKey next = Keys.ec("key-2");
      another.publish(next);
      assertAccepted(other.formSignedBy(next));
    }
  }

  @Test
  void a_host_that_failed_is_asked_again_at_the_next_request() {
    host.answer(aResponse().withStatus(500));
    assertUnauthorized(remote.form(), "client_keys.reachable");
    host.publish(key);
    assertAccepted(remote.form());
  }

  @Test
  void known_keys_stay_good_when_a_host_fails() {
    assertAccepted(remote.form());
    host.answer(aResponse().withStatus(500));
    assertUnauthorized(remote.formSignedBy(Keys.ec("key-2")), "client_assertion.key_known");
    assertAccepted(remote.form());
  }

  @Test
  void a_wrong_signature_is_still_one_when_the_host_fails() {
    assertAccepted(remote.form());
    host.answer(aResponse().withStatus(500));
    assertUnauthorized(remote.formSignedBy(Keys.ec("key-1")), "client_assertion.signature");
  }

  @Test
  void keys_that_are_too_old_are_good_no_longer_when_a_host_fails() {
    assertAccepted(remote.form());
    host.answer(aResponse().withStatus(500));
    clock.advance(MAX_AGE);
    assertUnauthorized(remote.form(), "client_keys.reachable");
  }

  /** Else a client could speak for all that have their keys at the same place. */
  @Test
  void clients_with_one_jwks_uri_do_not_speak_for_each_other() {
    RemoteWallet other = walletAt(host.jwksUri(), key);
    Wallet confused = remote.wallet();
    assertUnauthorized(
        other.form().replacing("client_assertion", confused.rawAssertion().serialized()),
        "client_assertion.iss");
  }

  @Test
  void a_reset_forgets_the_keys() {
    assertAccepted(remote.form());
    sdk.control().reset();
    assertAccepted(walletAt(host.jwksUri(), key).form());
    assertThat(host.requests()).isEqualTo(2);
  }

  private void askWithUnknownKid(int times) {
    for (int i = 0; i < times; i++) {
      assertUnauthorized(remote.formSignedBy(Keys.ec("key-2")), "client_assertion.key_known");
    }
  }

  private void askWithWrongSignature(int times) {
    for (int i = 0; i < times; i++) {
      assertUnauthorized(remote.formSignedBy(Keys.ec("key-1")), "client_assertion.signature");
    }
  }
}
