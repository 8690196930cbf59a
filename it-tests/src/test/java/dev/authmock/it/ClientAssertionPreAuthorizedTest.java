package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.did.DidKey;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pre-authorized grant needs no client authentication; a client that says that it sends an
 * assertion is authenticated all the same.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7521#section-4.2">RFC 7521, section 4.2</a>
 */
class ClientAssertionPreAuthorizedTest extends ServiceTest {
  private Wallet wallet;
  private String code;

  @BeforeEach
  void haveCode() {
    take(clients.register());
  }

  @Test
  void an_assertion_of_the_client_that_is_named_authenticates() {
    assertAccepted(form(wallet.rawAssertion()).with("client_id", wallet.clientId()));
  }

  @Test
  void the_sub_of_the_assertion_says_who_the_client_is_when_nothing_else_does() {
    Exchange answer = http.token(form(wallet.rawAssertion()));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    JsonNode newest = http.get("/mock/journal?limit=1").json().path("entries").path(0);
    assertThat(newest.path("client_id").asText()).isEqualTo(wallet.clientId());
  }

  @Test
  void the_sub_must_be_there_when_nothing_else_says_who_the_client_is() {
    assertUnauthorized(form(wallet.rawAssertion().claim("sub", null)), "client_assertion.sub");
  }

  @Test
  void the_sub_must_be_a_string_when_nothing_else_says_who_the_client_is() {
    assertUnauthorized(form(wallet.rawAssertion().claim("sub", 1)), "client_assertion.sub");
  }

  @Test
  void the_assertion_must_be_of_the_client_that_is_named() {
    Wallet other = clients.register(wallet.key());
    assertUnauthorized(
        form(other.rawAssertion()).with("client_id", wallet.clientId()), "client_assertion.iss");
  }

  @Test
  void the_iss_must_be_the_client_that_the_sub_names() {
    assertUnauthorized(
        form(wallet.rawAssertion().claim("iss", clients.register().clientId())),
        "client_assertion.iss");
  }

  @Test
  void the_signature_of_another_key_does_not_authenticate() {
    assertUnauthorized(
        form(wallet.rawAssertion().signedBy(Keys.ec("key-1"))), "client_assertion.signature");
  }

  @Test
  void alg_none_does_not_authenticate() {
    assertUnauthorized(
        form(wallet.rawAssertion().header("alg", "none").signedBy(input -> new byte[0])),
        "client_assertion.alg");
  }

  @Test
  void what_is_not_a_jwt_does_not_authenticate() {
    assertUnauthorized(
        form(wallet.rawAssertion()).replacing("client_assertion", "garbage"),
        "client_assertion.jwt");
  }

  @Test
  void an_assertion_that_has_expired_has_expired() {
    assertRefused(
        form(wallet.rawAssertion().claim("exp", clock.instant().minusSeconds(60))),
        Kind.TOKEN_EXPIRED,
        "invalid_client",
        "client_assertion.not_expired");
  }

  @Test
  void an_assertion_is_accepted_once() {
    Assertion assertion = wallet.rawAssertion();
    assertAccepted(form(assertion));
    code = mint(wallet.clientId());
    assertUnauthorized(form(assertion), "client_assertion.jti");
  }

  @Test
  void a_type_without_an_assertion_is_a_bad_request() {
    assertRefused(
        form(wallet.rawAssertion()).without("client_assertion"),
        Kind.BAD_REQUEST,
        "invalid_client",
        "client_assertion.present");
  }

  @Test
  void an_unknown_type_is_a_bad_request() {
    assertRefused(
        form(wallet.rawAssertion()).replacing("client_assertion_type", "urn:example:another"),
        Kind.BAD_REQUEST,
        "invalid_client",
        "client_assertion_type.supported");
  }

  @Test
  void a_client_that_nobody_registered_does_not_authenticate() {
    Wallet stranger = clients.unregistered(wallet.key());
    assertRefused(
        form(stranger.rawAssertion()),
        Kind.ISSUER_NOT_FOUND,
        "invalid_client",
        "client.registered");
  }

  /** A code that somebody else knows is no secret any more. */
  @Test
  void another_client_ends_the_code() {
    assertThatProblem(http.token(form(clients.register().rawAssertion())))
        .is(Kind.BAD_REQUEST, "invalid_grant", "pre-authorized_code.client");
    assertThatProblem(http.token(form(wallet.rawAssertion())))
        .is(Kind.BAD_REQUEST, "invalid_grant", "pre-authorized_code.unused");
  }

  @Test
  void a_holder_wallet_authenticates_with_the_key_of_its_did() {
    takeHolder();
    assertAccepted(form(wallet.rawAssertion()).with("client_id", wallet.clientId()));
  }

  @Test
  void a_holder_wallet_does_not_authenticate_with_another_key() {
    takeHolder();
    assertUnauthorized(
        form(wallet.rawAssertion().signedBy(Keys.ec("none"))), "client_assertion.signature");
  }

  @Test
  void an_assertion_without_a_type_is_not_looked_at() {
    assertAccepted(Form.ofPreAuthorizedCode(code).with("client_assertion", "garbage"));
  }

  @Test
  void a_client_id_without_a_type_is_not_looked_at() {
    assertAccepted(Form.ofPreAuthorizedCode(code).with("client_id", "nobody"));
  }

  @Test
  void the_client_is_authenticated_before_its_pin_is_tried() {
    code = codes
        .minted(new PreAuthorizedCodeOrder().clientId(wallet.clientId()).userPin("1234"))
        .getPreAuthorizedCode();
    for (int i = 0; i < 6; i++) {
      assertThatProblem(http.token(
              form(wallet.rawAssertion().signedBy(Keys.ec("key-1"))).with("user_pin", "9999")))
          .is(Kind.UNAUTHORIZED, "invalid_client", "client_assertion.signature");
    }
    assertAccepted(form(wallet.rawAssertion()).with("user_pin", "1234"));
  }

  private void take(Wallet other) {
    wallet = other;
    code = mint(other.clientId());
  }

  private void takeHolder() {
    ECKey key = Keys.ec("none");
    DidKey did = DidKey.jwkJcsPub(key);
    ECKey own = new ECKey.Builder(key).keyID(did.verificationMethodId()).build();
    take(new Wallet(did.did(), own, sdk.issuer(), clock));
  }

  private String mint(String clientId) {
    return codes
        .minted(new PreAuthorizedCodeOrder().clientId(clientId).userPinRequired(false))
        .getPreAuthorizedCode();
  }

  private Form form(Assertion assertion) {
    return Form.ofPreAuthorizedCode(code)
        .with("client_assertion_type", Form.JWT_BEARER)
        .with("client_assertion", assertion.serialized());
  }

  private void assertAccepted(Form form) {
    Exchange answer = http.token(form);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private void assertUnauthorized(Form form, String check) {
    assertRefused(form, Kind.UNAUTHORIZED, "invalid_client", check);
  }

  private void assertRefused(Form form, Kind kind, String error, String check) {
    assertThatProblem(http.token(form)).is(kind, error, check);
    assertAccepted(Form.ofPreAuthorizedCode(code));
  }
}
