package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.did.DidKey;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A holder wallet proves itself by PKCE, and by an assertion too if it says that it sends one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7521#section-4.2">RFC 7521, section 4.2</a>
 */
class ClientAssertionOfHolderWalletTest extends ServiceTest {
  private final Pkce pkce = Pkce.generate();
  private Wallet wallet;
  private String code;

  @BeforeEach
  void haveCode() {
    ECKey key = Keys.ec("none");
    take(DidKey.jwkJcsPub(key), key);
  }

  @Test
  void an_assertion_signed_with_the_key_of_the_did_authenticates() {
    assertAccepted(form(wallet.rawAssertion()));
  }

  @Test
  void an_assertion_signed_with_the_key_of_a_p256_pub_did_authenticates() {
    ECKey key = Keys.ec("none");
    take(DidKey.p256Pub(key), key);
    assertAccepted(form(wallet.rawAssertion()));
  }

  @Test
  void an_assertion_does_not_stand_in_for_the_code_verifier() {
    assertRefused(
        form(wallet.rawAssertion()).without("code_verifier"),
        Kind.BAD_REQUEST,
        "invalid_request",
        "code_verifier.present");
  }

  @Test
  void an_assertion_signed_with_another_key_does_not_authenticate() {
    assertUnauthorized(
        wallet.rawAssertion().signedBy(Keys.ec("none")), "client_assertion.signature");
  }

  @Test
  void the_kid_of_another_did_does_not_authenticate() {
    ECKey otherKey = Keys.ec("none");
    assertUnauthorized(
        wallet
            .rawAssertion()
            .header("kid", DidKey.jwkJcsPub(otherKey).verificationMethodId())
            .signedBy(otherKey),
        "client_assertion.key_known");
  }

  @Test
  void the_kid_must_be_the_verification_method_of_the_did() {
    assertUnauthorized(
        wallet.rawAssertion().header("kid", wallet.clientId()), "client_assertion.key_known");
  }

  @Test
  void the_kid_must_be_there() {
    assertUnauthorized(wallet.rawAssertion().header("kid", null), "client_assertion.kid");
  }

  @Test
  void iss_must_be_the_did() {
    assertUnauthorized(
        wallet.rawAssertion().claim("iss", "https://issuer.example/auth"), "client_assertion.iss");
  }

  @Test
  void an_assertion_that_is_no_jwt_does_not_authenticate() {
    assertRefused(
        form(wallet.rawAssertion()).replacing("client_assertion", "garbage"),
        Kind.UNAUTHORIZED,
        "invalid_client",
        "client_assertion.jwt");
  }

  @Test
  void alg_none_does_not_authenticate() {
    assertUnauthorized(
        wallet.rawAssertion().header("alg", "none").signedBy(input -> new byte[0]),
        "client_assertion.alg");
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
    code = mint();
    assertUnauthorized(assertion, "client_assertion.jti");
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
        form(wallet.rawAssertion())
            .replacing("client_assertion_type", "urn:example:another-assertion"),
        Kind.BAD_REQUEST,
        "invalid_client",
        "client_assertion_type.supported");
  }

  /** The reference wallet sends one. */
  @Test
  void an_assertion_without_a_type_is_not_looked_at() {
    assertAccepted(Form.ofHolderWallet(wallet.clientId(), code, pkce.verifier())
        .with("client_assertion", "garbage"));
  }

  @Test
  void an_assertion_with_an_empty_type_is_not_looked_at() {
    assertAccepted(Form.ofHolderWallet(wallet.clientId(), code, pkce.verifier())
        .with("client_assertion_type", "")
        .with("client_assertion", "garbage"));
  }

  @Test
  void a_jti_that_was_not_looked_at_is_not_used_up() {
    Assertion assertion = wallet.rawAssertion();
    assertAccepted(form(assertion).without("client_assertion_type"));
    code = mint();
    assertAccepted(form(assertion));
  }

  @Test
  void a_did_with_a_key_of_another_kind_does_not_authenticate() {
    String did = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
    wallet = new Wallet(did, Keys.ec(did), sdk.issuer(), clock);
    code = mint();
    assertThatProblem(http.token(form(wallet.rawAssertion())))
        .is(Kind.UNAUTHORIZED, "invalid_client", "client_keys.readable");
    assertAccepted(Form.ofHolderWallet(did, code, pkce.verifier()));
  }

  private void take(DidKey did, ECKey key) {
    ECKey own = new ECKey.Builder(key).keyID(did.verificationMethodId()).build();
    wallet = new Wallet(did.did(), own, sdk.issuer(), clock);
    code = mint();
  }

  private String mint() {
    return codes.minted(
        new AuthorizationCodeOrder().clientId(wallet.clientId()).codeChallenge(pkce.challenge()));
  }

  private Form form(Assertion assertion) {
    return Form.ofHolderWallet(wallet.clientId(), code, pkce.verifier())
        .with("client_assertion_type", Form.JWT_BEARER)
        .with("client_assertion", assertion.serialized());
  }

  private void assertAccepted(Form form) {
    Exchange answer = http.token(form);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private void assertUnauthorized(Assertion assertion, String check) {
    assertRefused(form(assertion), Kind.UNAUTHORIZED, "invalid_client", check);
  }

  private void assertRefused(Form form, Kind kind, String error, String check) {
    assertThatProblem(http.token(form)).is(kind, error, check);
    assertAccepted(Form.ofHolderWallet(wallet.clientId(), code, pkce.verifier()));
  }
}
