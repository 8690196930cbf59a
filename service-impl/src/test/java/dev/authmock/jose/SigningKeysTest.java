package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private static final CryptoProvider CRYPTO = Providers.any();

  @Test
  void a_fresh_key_is_named_by_its_thumbprint_and_published_without_its_private_half()
      throws Exception {
    SigningKeys keys = SigningKeys.generate(new SecureRandom());

    Map<String, Object> key = onlyKey(keys);
    assertThat(key).containsOnlyKeys("kty", "crv", "x", "y", "kid", "use", "alg");
    assertThat(key)
        .containsEntry("use", "sig")
        .containsEntry("alg", "ES256")
        .containsEntry("kid", keys.keyId());
    assertThat(keys.keyId()).isEqualTo(JWK.parse(key).computeThumbprint().toString());
  }

  @Test
  void two_fresh_keys_differ() {
    SecureRandom random = new SecureRandom();
    assertThat(SigningKeys.generate(random).keyId())
        .isNotEqualTo(SigningKeys.generate(random).keyId());
  }

  @Test
  void the_first_key_that_can_signs_and_all_are_published() throws Exception {
    ECKey retired = p256("retired").toPublicJWK();
    SigningKeys keys = read(
        retired,
        new RSAKeyGenerator(2048).keyID("rsa").generate(),
        new ECKeyGenerator(Curve.P_384).keyID("p384").generate(),
        new ECKeyGenerator(Curve.P_256).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate(),
        p256("first"),
        p256("second"));

    assertThat(keys.keyId()).isEqualTo("first");
    assertThat(published(keys))
        .extracting(key -> key.get("kid"))
        .containsExactly("retired", "rsa", "p384", "enc", "first", "second");
    assertThat(published(keys))
        .allSatisfy(
            key -> assertThat(key).doesNotContainKeys("d", "p", "q", "dp", "dq", "qi", "oth", "k"));
  }

  @Test
  void the_key_that_the_configuration_names_signs() throws Exception {
    String json = jwks(p256("first"), p256("second"));

    assertThat(SigningKeys.fromJwks(json, Optional.of("second"), CRYPTO).keyId())
        .isEqualTo("second");
    assertRefused(json, Optional.of("third"), "No signing key has the kid third");
  }

  @Test
  void a_named_key_that_can_not_sign_is_refused() throws Exception {
    String json = jwks(p256("public").toPublicJWK(), p256("private"));

    assertRefused(
        json,
        Optional.of("public"),
        "The signing key public is not a private key on P-256 for ES256");
  }

  @Test
  void a_key_without_an_id_gets_its_thumbprint_and_is_published_for_signatures() {
    SigningKeys keys = SigningKeys.fromJwks("{\"keys\":[" + Rfc7515AppendixA3.JWK + "]}", CRYPTO);

    assertThat(keys.keyId()).isEqualTo("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U");
    assertThat(onlyKey(keys)).containsEntry("use", "sig").containsEntry("alg", "ES256");
  }

  @Test
  void what_is_no_jwks_is_refused() {
    assertRefused("s3cret", "The JWKS of the signing keys is not valid JSON");
    assertRefused("", "The JWKS of the signing keys is empty");
    assertRefused("{}", "The signing keys are no JWKS: no array \"keys\" with a key");
    assertRefused("{\"keys\":[]}", "The signing keys are no JWKS: no array \"keys\" with a key");
    for (String noKey : List.of("7", "null", "{}", "{\"kty\":\"EC\"}", "\"s3cret\"")) {
      assertRefused(
          "{\"keys\":[" + noKey + "]}",
          "Signing key number 1 is no JWK, or its point is not on its curve");
    }
  }

  @Test
  void without_a_private_key_on_p256_it_is_refused() throws Exception {
    String message = "None of the signing keys is a private key on P-256 for ES256";
    assertRefused(jwks(p256("a").toPublicJWK()), message);
    assertRefused(jwks(new ECKeyGenerator(Curve.P_384).keyID("a").generate()), message);
    assertRefused(jwks(new RSAKeyGenerator(2048).keyID("a").generate()), message);
  }

  @Test
  void one_id_for_two_keys_is_refused() throws Exception {
    assertRefused(jwks(p256("a"), p256("a")), "Two signing keys have the kid a");
  }

  @Test
  void a_symmetric_key_is_refused() throws Exception {
    OctetSequenceKey symmetric =
        new OctetSequenceKeyGenerator(256).keyID("hmac").generate();
    assertRefused(
        jwks(p256("a"), symmetric),
        "Signing key number 2 is symmetric: it has no public half to publish");
  }

  @Test
  void a_private_key_that_does_not_fit_its_public_point_is_refused() throws Exception {
    ECKey one = p256("one");
    ECKey mixed = new ECKey.Builder(Curve.P_256, one.getX(), one.getY())
        .d(p256("two").getD())
        .keyID("mixed")
        .build();
    for (CryptoProvider crypto : Providers.thatLoadHere()) {
      assertThatThrownBy(() -> SigningKeys.fromJwks(jwks(mixed), crypto))
          .isInstanceOf(SigningKeysException.class)
          .hasMessage("The private key of the signing key mixed does not fit its public point")
          .hasNoCause();
    }
  }

  @Test
  void a_point_off_the_curve_is_refused() throws Exception {
    ECKey key = p256("a");
    String json = jwks(key).replace(key.getX().toString(), key.getY().toString());
    assertRefused(json, "Signing key number 1 is no JWK, or its point is not on its curve");
  }

  @Test
  void no_message_has_parts_of_the_key() throws Exception {
    ECKey key = p256("a");
    String d = key.getD().toString();
    for (String json : List.of(
        jwks(key, key),
        jwks(key).replace("P-256", "P-384"),
        jwks(key).replace(key.getX().toString(), key.getY().toString()),
        jwks(key).replace("\"d\"", "d"))) {
      assertThatThrownBy(() -> SigningKeys.fromJwks(json, CRYPTO))
          .isInstanceOf(SigningKeysException.class)
          .hasMessageNotContaining(d)
          .hasMessageNotContaining(key.getX().toString())
          .hasNoCause();
    }
  }

  private static void assertRefused(String json, String message) {
    assertRefused(json, Optional.empty(), message);
  }

  private static void assertRefused(String json, Optional<String> kid, String message) {
    assertThatThrownBy(() -> SigningKeys.fromJwks(json, kid, CRYPTO))
        .isInstanceOf(SigningKeysException.class)
        .hasMessage(message)
        .hasNoCause();
  }

  private static SigningKeys read(JWK... keys) {
    return SigningKeys.fromJwks(jwks(keys), CRYPTO);
  }

  private static ECKey p256(String kid) throws Exception {
    return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
  }

  private static String jwks(JWK... keys) {
    return "{\"keys\":["
        + Arrays.stream(keys).map(JWK::toJSONString).collect(Collectors.joining(","))
        + "]}";
  }

  private static Map<String, Object> onlyKey(SigningKeys keys) {
    assertThat(published(keys)).hasSize(1);
    return published(keys).get(0);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> published(SigningKeys keys) {
    return (List<Map<String, Object>>)
        Objects.requireNonNull(keys.publicJwkSet().get("keys"));
  }
}
