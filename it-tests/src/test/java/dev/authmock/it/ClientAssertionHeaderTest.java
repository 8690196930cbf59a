package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.node.NullNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.Wallet;
import dev.authmock.it.support.jwks.AssertionTest;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.Signers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the header of a client assertion may say: which key of the client, and nothing that chooses
 * another key or another algorithm.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3.1">RFC 8725, section 3.1</a>
 */
class ClientAssertionHeaderTest extends AssertionTest {
  private static final String ALG = "client_assertion.alg";

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
  void alg_none_without_a_signature_does_not_authenticate(String none) {
    assertUnauthorized(wallet.rawAssertion().header("alg", none).signedBy(Signers.constant()), ALG);
  }

  @Test
  void alg_none_with_a_good_signature_does_not_authenticate() {
    assertUnauthorized(wallet.rawAssertion().header("alg", "none"), ALG);
  }

  @ParameterizedTest
  @MethodSource
  void hs256_keyed_with_the_public_key_does_not_authenticate(Function<ECKey, byte[]> secret) {
    assertUnauthorized(
        wallet
            .rawAssertion()
            .header("alg", "HS256")
            .signedBy(Signers.hs256(secret.apply(wallet.key().toPublicJWK()))),
        ALG);
  }

  static Stream<Named<Function<ECKey, byte[]>>>
      hs256_keyed_with_the_public_key_does_not_authenticate() {
    return Stream.of(
        named("its JWK", key -> key.toJSONString().getBytes(StandardCharsets.UTF_8)),
        named("its bytes", ClientAssertionHeaderTest::encoded),
        named("its PEM", ClientAssertionHeaderTest::pem),
        named("its x", key -> key.getX().decode()));
  }

  @Test
  void rs256_with_a_registered_rsa_key_does_not_authenticate() throws JOSEException {
    ECKey ec = Keys.ec("key-1");
    RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
    take(register(clients.unregistered(ec), ec, rsa));
    assertUnauthorized(
        wallet
            .rawAssertion()
            .header("alg", "RS256")
            .header("kid", "rsa-1")
            .signedBy(Signers.rs256(rsa)),
        ALG);
  }

  @Test
  void es384_with_a_registered_p384_key_does_not_authenticate() {
    ECKey p256 = Keys.ec("key-1");
    ECKey p384 = Keys.ec(Curve.P_384, "p384-1");
    take(register(clients.unregistered(p256), p256, p384));
    assertUnauthorized(
        wallet
            .rawAssertion()
            .header("alg", "ES384")
            .header("kid", "p384-1")
            .signedBy(Signers.es384(p384)),
        ALG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256K", "ES384", "RS256", "PS256", "EdDSA", "es256", "ES256 ", ""})
  void another_alg_over_an_es256_signature_does_not_authenticate(String alg) {
    assertUnauthorized(wallet.rawAssertion().header("alg", alg), ALG);
  }

  @Test
  void alg_must_be_there() {
    assertUnauthorized(wallet.rawAssertion().header("alg", null), ALG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "256",
        "true",
        "[\"ES256\"]",
        "{\"name\":\"ES256\"}",
        "null",
      })
  void alg_must_be_a_string(String json) {
    assertUnauthorized(wallet.rawAssertion().header("alg", Json.read(json)), ALG);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_key_in_the_header_does_not_authenticate(boolean signedWithRegisteredKey) {
    ECKey offered = signedWithRegisteredKey ? wallet.key() : Keys.ec("key-1");
    assertUnauthorized(
        wallet
            .rawAssertion()
            .header("jwk", offered.toPublicJWK().toJSONObject())
            .signedBy(offered),
        "client_assertion.header_key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jku", "x5u"})
  void a_url_in_the_header_does_not_authenticate_and_is_not_asked(String parameter) {
    ECKey offered = Keys.ec("key-1");
    try (JwksHost host = JwksHost.of(offered, wallet.key())) {
      Assertion pointing = wallet.rawAssertion().header(parameter, host.jwksUri());
      assertThatProblem(http.token(form(pointing.serialized())))
          .is(Kind.UNAUTHORIZED, "invalid_client", "client_assertion.header_key");
      assertUnauthorized(pointing.signedBy(offered), "client_assertion.header_key");
      assertThat(host.requests()).isZero();
    }
  }

  @Test
  void a_certificate_in_the_header_does_not_authenticate() {
    String anything = Base64.getEncoder().encodeToString(encoded(wallet.key()));
    assertUnauthorized(
        wallet.rawAssertion().header("x5c", List.of(anything)), "client_assertion.header_key");
  }

  @Test
  void a_key_in_the_header_that_is_null_does_not_authenticate() {
    assertUnauthorized(
        wallet.rawAssertion().header("jwk", NullNode.instance), "client_assertion.header_key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"exp\"]",
        "[\"b64\"]",
        "[\"urn:example:unknown\"]",
        "[\"alg\"]",
        "[]",
        "[1]",
        "\"exp\"",
        "true",
        "null",
      })
  void crit_does_not_authenticate(String json) {
    assertUnauthorized(
        wallet.rawAssertion().header("crit", Json.read(json)).header("exp", 1),
        "client_assertion.crit");
  }

  @Test
  void an_unknown_header_parameter_that_is_not_critical_is_ignored() {
    assertAccepted(wallet.rawAssertion().header("urn:example:unknown", Map.of("a", 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "client-authentication+jwt"})
  void typ_may_be_that_of_any_jwt_or_of_a_client_assertion(String typ) {
    assertAccepted(wallet.rawAssertion().header("typ", typ));
  }

  @ParameterizedTest
  @ValueSource(strings = {"oauth-authz-req+jwt", "openid4vci-proof+jwt", "at+jwt", "anything", ""})
  void what_is_meant_for_something_else_does_not_authenticate(String typ) {
    assertUnauthorized(wallet.rawAssertion().header("typ", typ), "client_assertion.typ");
  }

  @Test
  void typ_may_be_left_out() {
    assertAccepted(wallet.rawAssertion().header("typ", null));
  }

  @Test
  void kid_must_be_there() {
    assertUnauthorized(wallet.rawAssertion().header("kid", null), "client_assertion.kid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "1",
        "true",
        "[\"key-1\"]",
        "{\"kid\":\"key-1\"}",
        "null",
      })
  void kid_must_be_a_string_that_is_not_empty(String json) {
    assertUnauthorized(
        wallet.rawAssertion().header("kid", Json.read(json)), "client_assertion.kid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key-2", "KEY-1", "key-1 ", "*", "../key-1", "кey-1"})
  void kid_must_be_that_of_a_key_of_the_client(String kid) {
    assertUnauthorized(wallet.rawAssertion().header("kid", kid), "client_assertion.key_known");
  }

  @Test
  void kid_of_another_client_does_not_authenticate() {
    Wallet other = clients.register(Keys.ec("key-of-other"));
    assertUnauthorized(
        wallet.rawAssertion().header("kid", "key-of-other").signedBy(other.key()),
        "client_assertion.key_known");
  }

  @Test
  void kid_of_a_key_that_cannot_do_es256_does_not_authenticate() {
    ECKey p256 = Keys.ec("key-1");
    take(register(clients.unregistered(p256), p256, Keys.ec(Curve.P_384, "p384-1")));
    assertUnauthorized(wallet.rawAssertion().header("kid", "p384-1"), "client_assertion.key_known");
  }

  @Test
  void each_of_several_keys_authenticates() {
    ECKey first = Keys.ec("key-1");
    ECKey second = Keys.ec("key-2");
    Wallet both = register(clients.unregistered(first), first, second);
    take(both);
    assertAccepted(wallet.rawAssertion());
    take(both.signingWith(second));
    assertAccepted(wallet.rawAssertion());
  }

  @Test
  void the_key_of_one_kid_does_not_sign_for_another() {
    ECKey first = Keys.ec("key-1");
    ECKey second = Keys.ec("key-2");
    take(register(clients.unregistered(first), first, second));
    assertUnauthorized(wallet.rawAssertion().header("kid", "key-2"), "client_assertion.signature");
  }

  private static byte[] encoded(ECKey key) {
    try {
      return key.toECPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pem(ECKey key) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(key));
    return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
