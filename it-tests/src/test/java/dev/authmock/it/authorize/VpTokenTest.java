package dev.authmock.it.authorize;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.flow.BadJwt;
import dev.authmock.it.support.flow.BadJwts;
import dev.authmock.it.support.flow.PresentationTest;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The VP token with which a wallet shows what it holds, as a JWT with a presentation in it.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-6.5">OpenID4VP,
 *     section 6.5</a>
 */
class VpTokenTest extends PresentationTest {

  @ParameterizedTest
  @MethodSource("dev.authmock.it.support.flow.BadJwts#noJwts")
  void what_is_no_jwt_is_no_vp_token(String garbage) {
    // A presentation_submission beside it, and the whole would be too long for a body.
    if (garbage.length() < 50_000) {
      assertRefused(good().replacing("vp_token", garbage), "vp_token.jwt");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.authmock.it.support.flow.BadJwts#headers")
  void a_header_or_a_signature_that_nobody_may_have(BadJwt bad) {
    assertRefused(good().replacing("vp_token", bad.of(vpToken())), "vp_token." + bad.rule());
  }

  @Test
  void times_that_nobody_may_claim() {
    BadJwts.times(clock.instant())
        .forEach(bad -> assertBad(
            good().replacing("vp_token", bad.of(vpToken())),
            bad.rule().equals("not_expired") ? Kind.TOKEN_EXPIRED : Kind.BAD_REQUEST,
            "vp_token." + bad.rule()));
    assertBad(with(vpToken().claim("exp", null)), "vp_token.exp");
    assertRefused(with(vpToken().claim("iat", null)), "vp_token.iat");
  }

  @Test
  void it_has_to_be_for_this_server() {
    BadJwts.audiences(sdk.issuer())
        .forEach(bad -> assertBad(good().replacing("vp_token", bad.of(vpToken())), "vp_token.aud"));
    assertCode(good());
  }

  @Test
  void its_nonce_has_to_be_that_of_the_request() {
    for (Object value :
        new Object[] {null, NullNode.instance, "", "another", asked.state(), List.of(asked.nonce())
        }) {
      assertBad(with(vpToken().claim("nonce", value)), "vp_token.nonce");
    }
    Form ofFirst = good();
    beAskedAgain();
    assertRefused(ofFirst.replacing("state", asked.state()), "vp_token.nonce");
  }

  @Test
  void it_has_to_be_by_the_did_of_its_kid() {
    WalletIdentity other = WalletIdentity.generate();
    assertBad(with(vpToken().claim("iss", other.did())), "vp_token.iss");
    assertBad(with(vpToken().claim("iss", null)), "vp_token.iss");
    assertBad(with(vpToken().header("kid", other.kid())), "vp_token.iss");
    assertBad(with(vpToken().header("kid", wallet.did() + "#key-1")), "vp_token.key_known");
    assertRefused(with(vpToken().signedBy(other.key())), "vp_token.signature");
  }

  @Test
  void its_sub_may_be_left_out_and_is_the_holder_else() {
    assertBad(with(vpToken().claim("sub", wallet.clientId())), "vp_token.sub");
    assertBad(with(vpToken().claim("sub", NullNode.instance)), "vp_token.sub");
    assertBad(with(vpToken().claim("sub", List.of(wallet.did()))), "vp_token.sub");
    assertCode(with(vpToken().claim("sub", null)));
  }

  @Test
  void its_vp_is_a_presentation() {
    for (Object value : new Object[] {
      null,
      NullNode.instance,
      "vp",
      1,
      List.of(),
      List.of(vp()),
      Map.of(),
      Map.of("type", "VerifiableCredential"),
      Map.of("type", Map.of())
    }) {
      assertBad(with(vpToken().claim("vp", value)), "vp_token.vp");
    }
    assertBad(withVp("type", null), "vp_token.vp");
    assertBad(withVp("type", List.of("VerifiablePresentation", 1)), "vp_token.vp");
    assertCode(withVp("type", "VerifiablePresentation"));
  }

  @Test
  void its_holder_may_be_left_out_and_is_the_signer_else() {
    assertBad(withVp("holder", WalletIdentity.generate().did()), "vp_token.holder");
    assertBad(withVp("holder", wallet.clientId()), "vp_token.holder");
    assertBad(withVp("holder", List.of(wallet.did())), "vp_token.holder");
    assertCode(withVp("holder", null));
  }

  @Test
  void its_credentials_are_a_list_of_jwts() {
    for (Object value : new Object[] {
      null,
      NullNode.instance,
      List.of(),
      Map.of(),
      1,
      List.of(1),
      Collections.nCopies(21, "x"),
      List.of(Map.of("proof", "x")),
      List.of(List.of(credential.jwt()))
    }) {
      assertBad(withCredentials(value), "vp_token.credentials");
    }
    assertCode(good());
  }

  @ParameterizedTest
  @ValueSource(strings = {"@context", "id"})
  void other_members_may_be_left_out(String member) {
    assertCode(withVp(member, null));
  }

  @Test
  void its_typ_must_not_be_that_of_another_kind() {
    assertBad(with(vpToken().header("typ", "openid4vci-proof+jwt")), "vp_token.typ");
    assertBad(with(vpToken().header("typ", 1)), "vp_token.typ");
    assertCode(with(vpToken().header("typ", null)));
  }

  @Test
  void its_signature_covers_what_it_says() {
    String[] parts = presentation().serialized().split("\\.");
    String[] other = vpToken().claim("x", "y").serialized().split("\\.");
    assertRefused(
        good().replacing("vp_token", parts[0] + "." + other[1] + "." + parts[2]),
        "vp_token.signature");
  }

  @Test
  void an_id_token_is_not_what_was_asked_for() {
    Form form = Form.empty().with("state", asked.state());
    assertBad(form.with("id_token", presentation().serialized()), "direct_post.response_type");
    assertRefused(good().with("id_token", "x"), "direct_post.one_answer");
  }
}
