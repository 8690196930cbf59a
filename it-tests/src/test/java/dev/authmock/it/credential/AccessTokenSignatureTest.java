package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.jwks.Signers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An access token is signed by this server, with ES256, by the key that its kid names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3.1">RFC 8725, section 3.1</a>
 */
class AccessTokenSignatureTest extends IssuanceTest {
  private TokenHolder holder;
  private TakenApart token;

  @BeforeEach
  void redeem() {
    holder = holderOfToken(IN_TIME);
    token = TakenApart.of(holder.accessToken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
  void a_token_without_a_signature_is_refused(String alg) {
    token.header("alg", alg);

    requireRefused(token.with(new byte[0]), "access_token.jwt", "access_token.alg");
    requireRefused(token.asItWasSigned(), "access_token.alg");
  }

  @Test
  void a_token_signed_with_the_public_key_as_a_secret_is_refused() {
    token.header("alg", "HS256");
    String jwks = http.get(RawHttp.JWKS).body();
    String jwk = Json.read(jwks).path("keys").path(0).toString();

    for (String secret : List.of(jwks, jwk, "secret")) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      requireRefused(token.signedBy(Signers.hs256(bytes)), "access_token.alg");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ES384", "ES512", "ES256K", "RS256", "PS256", "EdDSA", "HS512", "es256", ""})
  void another_algorithm_is_refused(String alg) {
    requireRefused(token.header("alg", alg).asItWasSigned(), "access_token.alg");
  }

  @Test
  void a_token_without_an_algorithm_is_refused() {
    requireRefused(
        token.header("alg", null).asItWasSigned(), "access_token.alg", "access_token.jwt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "exp", "jti", "claims", "nonce", "evil"})
  void an_altered_payload_does_not_verify(String claim) {
    Object other = claim.equals("exp") ? (Object) 4102444800L : "https://evil.example";

    requireRefused(token.claim(claim, other).asItWasSigned(), "access_token.signature");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 20, 40, 63})
  void an_altered_signature_does_not_verify(int index) {
    byte[] signature = token.signature();
    signature[index] ^= 1;

    requireRefused(token.with(signature), "access_token.signature");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32, 63, 64, 65, 72, 128})
  void a_signature_of_zeros_does_not_verify(int length) {
    requireRefused(token.with(new byte[length]), "access_token.signature");
  }

  @Test
  void a_token_signed_by_another_key_does_not_verify() {
    requireRefused(token.signedBy(Keys.ec("key-1")), "access_token.signature");
  }

  @Test
  void a_kid_must_be_that_of_a_key_of_this_server() {
    String issuersKid =
        http.get(RawHttp.ISSUER_MOCK + "/jwks").json().at("/keys/0/kid").asText();
    for (String kid :
        List.of("key-1", "", issuersKid, holder.wallet().identity().kid())) {
      requireRefused(token.header("kid", kid).asItWasSigned(), "access_token.kid");
    }
    for (Object kid : List.of(1, true, List.of("key-1"))) {
      requireRefused(
          token.header("kid", kid).asItWasSigned(), "access_token.kid", "access_token.jwt");
    }
    requireRefused(token.header("kid", null).asItWasSigned(), "access_token.kid");
  }

  @Test
  void a_key_in_the_header_is_not_the_key_of_the_server() {
    ECKey mine = Keys.ec("key-1");
    token.header("jwk", mine.toPublicJWK().toJSONObject());

    requireRefused(token.signedBy(mine), "access_token.signature");
  }

  @Test
  void an_extension_that_nobody_knows_is_refused() {
    token.header("crit", List.of("exp")).header("exp", 1);

    requireRefused(token.asItWasSigned(), "access_token.crit");
  }

  @AfterEach
  void the_true_token_is_as_good_as_before() {
    holder.requireGood(holder.cNonce());
  }

  private void requireRefused(String altered, String... checks) {
    Exchange answer = http.postJson(RawHttp.CREDENTIAL, altered, Json.write(holder.request()));

    String check = answer.json().path("check").asText();
    assertThat(check).as("%s", answer).isIn((Object[]) checks);
    assertThatCredentialError(answer).is(401, "invalid_token", check);
    assertThat(answer.header("www-authenticate")).contains("Bearer error=\"invalid_token\"");
  }
}
