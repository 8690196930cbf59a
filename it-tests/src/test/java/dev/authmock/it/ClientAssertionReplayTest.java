package dev.authmock.it;

import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.Wallet;
import dev.authmock.it.support.jwks.AssertionTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An assertion with a {@code jti} is good once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3, point 7</a>
 */
class ClientAssertionReplayTest extends AssertionTest {
  private static final String JTI = "client_assertion.jti";

  @Test
  void an_assertion_with_a_jti_is_accepted_once() {
    String assertion = wallet.rawAssertion().serialized();
    assertAccepted(form(assertion));
    code = codes.forWallet(wallet);
    assertUnauthorized(assertion, JTI);
  }

  @Test
  void another_assertion_with_the_same_jti_is_a_replay_too() {
    assertAccepted(wallet.rawAssertion().claim("jti", "one"));
    code = codes.forWallet(wallet);
    assertUnauthorized(wallet.rawAssertion().claim("jti", "one").claim("nonce", "another"), JTI);
  }

  @Test
  void two_clients_may_have_the_same_jti() {
    assertAccepted(wallet.rawAssertion().claim("jti", "one"));
    take(clients.register());
    assertAccepted(wallet.rawAssertion().claim("jti", "one"));
  }

  @Test
  void two_keys_of_a_client_must_not_have_the_same_jti() {
    Wallet other = register(clients.unregistered(wallet.key()), wallet.key(), Keys.ec("key-2"));
    take(other);
    assertAccepted(wallet.rawAssertion().claim("jti", "one"));
    code = codes.forWallet(wallet);
    assertUnauthorized(wallet.rawAssertion().claim("jti", "one"), JTI);
  }

  @Test
  void an_assertion_without_a_jti_is_accepted_again_and_again() {
    String assertion = wallet.rawAssertion().claim("jti", null).serialized();
    for (int i = 0; i < 3; i++) {
      assertAccepted(form(assertion));
      code = codes.forWallet(wallet);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.5",
        "true",
        "[\"one\"]",
        "{\"id\":\"one\"}",
        "null",
      })
  void jti_must_be_a_string(String json) {
    assertUnauthorized(wallet.rawAssertion().claim("jti", Json.read(json)), JTI);
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {"один", "one two\n\"three\"", "\u0000"})
  void jti_may_be_any_string(String jti) {
    assertAccepted(wallet.rawAssertion().claim("jti", jti));
    code = codes.forWallet(wallet);
    assertUnauthorized(wallet.rawAssertion().claim("jti", jti), JTI);
  }

  @Test
  void jti_may_be_long() {
    String jti = "x".repeat(30_000);
    assertAccepted(wallet.rawAssertion().claim("jti", jti));
    code = codes.forWallet(wallet);
    assertUnauthorized(wallet.rawAssertion().claim("jti", jti), JTI);
    assertAccepted(Form.ofServiceWallet(
        wallet.clientId(),
        codes.forWallet(wallet),
        wallet.rawAssertion().claim("jti", jti + "y").serialized()));
  }

  @Test
  void a_jti_is_remembered_until_its_assertion_has_expired() {
    Assertion assertion = wallet.rawAssertion();
    String serialized = assertion.serialized();
    assertAccepted(form(serialized));
    clock.advance(Duration.ofSeconds(300 + 60).minusMillis(1));
    code = codes.forWallet(wallet);
    assertUnauthorized(serialized, JTI);
    code = codes.forWallet(wallet);
    clock.advance(Duration.ofMillis(1));
    assertRefused(
        form(serialized), Kind.TOKEN_EXPIRED, "invalid_client", "client_assertion.not_expired");
  }

  @Test
  void a_jti_of_an_assertion_that_never_expires_is_remembered_for_long() {
    String serialized = wallet.rawAssertion().claim("exp", 1e300).serialized();
    assertAccepted(form(serialized));
    clock.advance(Duration.ofDays(3650));
    code = codes.forWallet(wallet);
    assertUnauthorized(serialized, JTI);
  }

  /** Else whoever can send a bad assertion could use up the jti of a good one. */
  @Test
  void an_assertion_that_is_refused_does_not_use_up_its_jti() {
    assertThatProblem(http.token(form(
            wallet.rawAssertion().claim("jti", "one").signedBy(Keys.ec("key-1")).serialized())))
        .is(Kind.UNAUTHORIZED, "invalid_client", "client_assertion.signature");
    assertThatProblem(http.token(form(wallet
            .rawAssertion()
            .claim("jti", "one")
            .claim("nbf", clock.instant().plusSeconds(61))
            .serialized())))
        .is(Kind.UNAUTHORIZED, "invalid_client", "client_assertion.nbf");
    assertAccepted(wallet.rawAssertion().claim("jti", "one"));
  }
}
