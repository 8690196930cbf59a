package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.flow.AnswerTest;
import dev.authmock.sdk.wallet.DidKey;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.IdToken;
import dev.authmock.sdk.wallet.ServiceWallet;
import dev.authmock.sdk.wallet.WalletIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whose key signs an ID token: one of the DID that it is about, and of a holder wallet's client_id.
 *
 * @see <a href="https://www.w3.org/TR/did-1.0/#authentication">DID Core, section 5.3.1</a>
 */
class IdTokenDidTest extends AnswerTest {

  @Test
  void a_kid_of_another_did_is_not_that_of_the_iss() {
    WalletIdentity other = WalletIdentity.generate();
    assertBad(with(idToken().header("kid", other.kid())), "id_token.iss");
    assertRefused(with(idToken().header("kid", other.kid()).signedBy(other.key())), "id_token.iss");
  }

  @Test
  void a_kid_of_the_wallet_with_the_key_of_another_did_does_not_verify() {
    assertRefused(with(idToken().signedBy(WalletIdentity.generate().key())), "id_token.signature");
  }

  /** A thief of the redirect could answer it with a DID of his own. */
  @Test
  void another_did_is_not_the_client_that_asked() {
    HolderWallet thief = holderWallet();
    assertRefused(
            Form.empty()
                .with("id_token", of(thief.identity()).serialized())
                .with("state", asked.state()),
            "direct_post.subject")
        .leaksNone(asked.state());
  }

  @Test
  void the_same_key_written_down_in_another_way_is_another_did() {
    DidKey compressed = DidKey.compressed(wallet.identity().key());
    WalletIdentity same = WalletIdentity.of(
        compressed.did(), compressed.verificationMethod(), wallet.identity().key());
    assertRefused(with(of(same)), "direct_post.subject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "#key-1", "#z2dmz", "?a=b", "#a#b", "##"})
  void the_fragment_is_that_of_the_one_verification_method(String fragment) {
    assertRefused(with(idToken().header("kid", wallet.did() + fragment)), "id_token.key_known");
  }

  @Test
  void the_kid_is_absolute() {
    String kid = wallet.identity().kid();
    for (String other : new String[] {
      kid.substring(kid.indexOf('#')),
      kid.substring(kid.indexOf('#') + 1),
      "key-1",
      " " + kid,
      kid + " ",
      kid.replace("did:key:", "did:KEY:"),
      "https://wallet.example/keys#1",
      "did:",
      "did:key:#",
      "did:key:z#z"
    }) {
      assertThatProblem(http.directPost(with(idToken().header("kid", other))))
          .is(
              Kind.BAD_REQUEST,
              "invalid_request",
              isDidUrl(other) ? "id_token.iss" : "id_token.key_known");
    }
    assertCode(good());
  }

  private static boolean isDidUrl(String kid) {
    return kid.matches("did:[a-z0-9]+:[^#]+#\\S+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did:key:z0OIl",
        "did:key:u2dmz",
        "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        "did:key:z111111111111111111111111",
        "did:web:wallet.example",
        "did:jwk:eyJ9",
        "did:ebsi:zobuuYAHkAbRFCcqdcJfTgR"
      })
  void a_did_that_leads_to_no_key_proves_nothing(String did) {
    String fragment = did.substring(did.lastIndexOf(':') + 1);
    assertRefused(
        with(idToken().header("kid", did + "#" + fragment).claim("iss", did).claim("sub", did)),
        "id_token.key_known");
  }

  @Test
  void a_kid_has_a_bound() {
    String did = "did:key:z" + "2".repeat(20_000);
    assertRefused(
        with(idToken().header("kid", did + "#z").claim("iss", did)), "id_token.key_known");
  }

  @Test
  void a_service_wallet_may_prove_any_did() {
    ServiceWallet service = serviceWallet();
    beAsked(service, service.signed(service.authorizationRequest(service.types(VA_TO_ONBOARD))));
    ECKey key = Keys.ec("x");
    DidKey did = DidKey.compressed(key);
    WalletIdentity identity = WalletIdentity.of(did.did(), did.verificationMethod(), key);
    String code = assertCode(with(of(identity))).parameter("code");
    String accessToken = sdk.redeem(service.grant(code)).getAccessToken();
    assertThat(claims(accessToken)).containsEntry("sub", identity.did());
  }

  @Test
  void a_service_wallets_registered_key_is_no_did() {
    ServiceWallet service = serviceWallet();
    beAsked(service, service.signed(service.authorizationRequest(service.types(VA_TO_ONBOARD))));
    assertRefused(
        with(Assertion.of(of(service.identity()).serialized(), service.key())
            .header("kid", service.key().getKeyID())
            .claim("iss", service.clientId())
            .claim("sub", service.clientId())),
        "id_token.key_known");
  }

  private Assertion of(WalletIdentity identity) {
    return Assertion.of(
        IdToken.builder(identity, asked).clock(clock).sign().serialized(), identity.key());
  }
}
