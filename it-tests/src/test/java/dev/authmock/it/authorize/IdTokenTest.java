package dev.authmock.it.authorize;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.flow.AnswerTest;
import dev.authmock.it.support.flow.BadJwt;
import dev.authmock.it.support.flow.BadJwts;
import dev.authmock.sdk.wallet.WalletRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ID token with which a wallet shows who it is, as a JWT.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-connect-self-issued-v2-1_0.html#section-11.1">SIOPv2,
 *     section 11.1</a>
 */
class IdTokenTest extends AnswerTest {

  @ParameterizedTest
  @MethodSource("dev.authmock.it.support.flow.BadJwts#noJwts")
  void what_is_no_jwt_is_no_id_token(String garbage) {
    assertRefused(with(garbage), "id_token.jwt");
  }

  @ParameterizedTest
  @MethodSource("dev.authmock.it.support.flow.BadJwts#headers")
  void a_header_or_a_signature_that_nobody_may_have(BadJwt bad) {
    assertRefused(with(bad.of(idToken())), "id_token." + bad.rule());
  }

  @Test
  void times_that_nobody_may_claim() {
    BadJwts.times(clock.instant()).forEach(bad -> {
      boolean expired = bad.rule().equals("not_expired");
      assertThatProblem(http.directPost(with(bad.of(idToken()))))
          .is(
              expired ? Kind.TOKEN_EXPIRED : Kind.BAD_REQUEST,
              "invalid_request",
              "id_token." + bad.rule());
    });
    assertCode(good());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "iat"})
  void a_time_that_it_has_to_claim(String claim) {
    assertBad(with(idToken().claim(claim, null)), "id_token." + claim);
    assertBad(with(idToken().claim(claim, NullNode.instance)), "id_token." + claim);
    assertRefused(with(idToken().claim(claim, "1795000000")), "id_token." + claim);
  }

  @Test
  void it_has_to_be_for_this_server() {
    BadJwts.audiences(sdk.issuer())
        .forEach(bad -> assertBad(with(bad.of(idToken())), "id_token.aud"));
    assertBad(with(idToken().claim("aud", sdk.issuer() + "/direct_post")), "id_token.aud");
    assertRefused(with(idToken().claim("aud", wallet.did())), "id_token.aud");
  }

  @Test
  void this_server_may_be_one_of_several() {
    assertCode(with(idToken().claim("aud", List.of("https://other.example", sdk.issuer()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub"})
  void it_has_to_be_by_and_about_the_did_of_its_kid(String claim) {
    String other = holderWallet().did();
    for (Object value : new Object[] {
      null,
      NullNode.instance,
      other,
      wallet.identity().kid(),
      wallet.did() + "#",
      sdk.issuer(),
      "https://self-issued.me/v2",
      List.of(wallet.did()),
      1
    }) {
      assertBad(with(idToken().claim(claim, value)), "id_token." + claim);
    }
    assertCode(good());
  }

  @Test
  void its_nonce_has_to_be_that_of_the_request() {
    for (Object value : new Object[] {
      null,
      NullNode.instance,
      "",
      "another",
      request.parameter("nonce"),
      asked.state(),
      asked.nonce() + "A",
      List.of(asked.nonce()),
      1
    }) {
      assertBad(with(idToken().claim("nonce", value)), "id_token.nonce");
    }
    assertCode(good());
  }

  @Test
  void its_nonce_is_not_good_for_another_request() {
    Form ofThis = good();
    WalletRequest other = wallet.send(request);
    assertRefused(ofThis.replacing("state", other.state()), "id_token.nonce");
    asked = other;
    assertCode(good());
  }

  @Test
  void its_signature_covers_what_it_says() {
    String[] parts = idToken().serialized().split("\\.");
    String[] other = idToken().claim("x", "y").serialized().split("\\.");
    assertRefused(with(parts[0] + "." + other[1] + "." + parts[2]), "id_token.signature");
  }

  @Test
  void it_is_good_until_a_minute_after_its_exp() {
    Form sent = with(idToken().claim("exp", clock.instant().plusSeconds(30)));
    clock.advance(Duration.ofSeconds(90).minusMillis(1));
    assertCode(sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt"})
  void its_typ_may_be_left_out_or_be_that_of_any_jwt(String typ) {
    assertCode(with(idToken().header("typ", typ)));
    asked = wallet.send(request);
    assertCode(with(idToken().header("typ", null)));
  }

  /** Else one kind of JWT could be passed off as another. */
  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "openid4vci-proof+jwt", "oauth-authz-req+jwt", "x"})
  void its_typ_must_not_be_that_of_another_kind(String typ) {
    assertRefused(with(idToken().header("typ", typ)), "id_token.typ");
  }

  @Test
  void other_claims_are_ignored() {
    assertCode(with(idToken().claim("state", "x").claim("sub_jwk", List.of()).claim("jti", 1)));
  }

  @Test
  void its_nbf_may_be_now() {
    assertCode(with(idToken().claim("nbf", clock.instant())));
  }
}
