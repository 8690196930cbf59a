package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.authmock.jose.InvalidJwksException.Reason;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicJwksTest {

  private static final String X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
  private static final String Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";

  static List<CryptoProvider> providers() {
    return Providers.thatLoadHere();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void a_key_is_found_by_its_id_and_verifies(CryptoProvider crypto) throws Exception {
    PublicJwks jwks = PublicJwks.parse(jwks(ec("\"kid\":\"a\"")), crypto);

    assertThat(jwks.keyIds()).containsExactly("a");
    assertThat(jwks.withKeyId("b")).isEmpty();
    assertThat(jwks.withKeyId("a"))
        .singleElement()
        .satisfies(key ->
            assertThat(SignedJwt.parse(Rfc7515AppendixA3.JWS).verifiedBy(key)).isTrue());
  }

  @Test
  void two_keys_of_one_id_are_both_found() throws Exception {
    PublicJwks jwks = parse(jwks(ec("\"kid\":\"a\""), ec("\"kid\":\"a\"")));

    assertThat(jwks.withKeyId("a")).hasSize(2);
    assertThat(jwks.keyIds()).containsExactly("a");
  }

  @Test
  void a_key_without_an_id_is_a_key_too() throws Exception {
    PublicJwks jwks = parse(jwks(ec("\"use\":\"sig\"")));

    assertThat(jwks.keys()).hasSize(1);
    assertThat(jwks.keyIds()).isEmpty();
  }

  @Test
  void a_jwks_may_come_as_a_map() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("a").generate().toPublicJWK();
    Map<String, Object> jwks = Map.of("keys", List.of(key.toJSONObject()));

    assertThat(PublicJwks.parse(jwks, Providers.any()).keyIds()).containsExactly("a");
  }

  @Test
  void keys_of_other_types_are_skipped() throws Exception {
    PublicJwks jwks = parse(jwks(
        json(new RSAKeyGenerator(2048).keyID("rsa").generate()),
        json(new ECKeyGenerator(Curve.P_384).keyID("p384").generate()),
        json(new OctetKeyPair.Builder(Curve.Ed25519, new Base64URL(X)).build()),
        "{\"kty\":\"AKP\",\"kid\":\"unknown\"}",
        "{\"kid\":\"without kty\"}",
        "{\"kty\":7,\"kid\":\"odd kty\"}",
        ec("\"use\":\"enc\",\"kid\":\"enc\""),
        ec("\"alg\":\"ECDH-ES\",\"kid\":\"ecdh\""),
        ec("\"key_ops\":[\"sign\"],\"kid\":\"ops\""),
        ec("\"alg\":\"ES256\",\"use\":\"sig\",\"key_ops\":[\"verify\"],\"kid\":\"a\"")));

    assertThat(jwks.keyIds()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "[[\"keys\",[]]]",
        "\"keys\"",
        "{\"keys\":[]",
        "null",
        "{'keys':[]}"
      })
  void what_is_no_json_object_is_told(String text) {
    assertThat(reason(text)).isEqualTo(Reason.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"keys\":{}}", "{\"keys\":null}", "{\"keys\":[1]}", "{\"keys\":[null]}"})
  void what_is_no_jwks_is_told(String text) {
    assertThat(reason(text)).isEqualTo(Reason.NOT_A_JWKS);
  }

  @Test
  void an_empty_jwks_is_told() {
    assertThat(reason("{\"keys\":[]}")).isEqualTo(Reason.EMPTY);
  }

  @Test
  void more_than_a_hundred_keys_are_too_many() throws Exception {
    String[] hundred = Collections.nCopies(100, ec("\"kid\":\"a\"")).toArray(new String[0]);
    String[] more = Arrays.copyOf(hundred, 101);
    more[100] = ec("\"kid\":\"b\"");

    assertThat(parse(jwks(hundred)).keys()).hasSize(100);
    assertThat(reason(jwks(more))).isEqualTo(Reason.TOO_MANY_KEYS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
  void a_private_member_in_any_key_is_told_and_not_quoted(String member) {
    String leaked = "{\"kty\":\"other\",\"" + member + "\":\"s3cret\"}";
    InvalidJwksException e = failure(jwks(ec("\"kid\":\"a\""), leaked));

    assertThat(e.reason()).isEqualTo(Reason.CONTAINS_PRIVATE_KEY);
    assertThat(e.description()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x\":\"" + Y + "\",\"y\":\"" + X + "\"",
        "\"x\":\"" + X + "\"",
        "\"x\":\"" + X + "\",\"y\":7",
        "\"x\":\"" + X + "\",\"y\":null",
        "\"x\":\"" + X + "\",\"y\":\"\"",
        "\"x\":\"" + X + "\",\"y\":\"AA\"",
        "\"x\":\"" + X + "\",\"y\":\"" + Y + "=\"",
        "\"x\":\"" + X + "\",\"y\":\"" + Y + "A\"",
        "\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
            + "\"y\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"",
        "\"x\":\"__________________________________________8\","
            + "\"y\":\"__________________________________________8\"",
        "\"kid\":1,\"x\":\"" + X + "\",\"y\":\"" + Y + "\""
      })
  void a_key_that_is_no_point_of_the_curve_is_told(String members) {
    assertThat(reason(jwks("{\"kty\":\"EC\",\"crv\":\"P-256\"," + members + "}")))
        .isEqualTo(Reason.KEY_MALFORMED);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void a_coordinate_beyond_the_field_is_no_point(CryptoProvider crypto) throws Exception {
    String y = "RZJDuapYGAb-kTvOmYF63hHKUDxk2aPFM0FcCDJI-8w";
    String five = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAU";
    String fivePlusP = "_____wAAAAEAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAQ";
    String jwk = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}";

    assertThat(PublicJwks.parse(jwks(jwk.formatted(five, y)), crypto).keys()).hasSize(1);
    assertThat(catchThrowableOfType(
                InvalidJwksException.class,
                () -> PublicJwks.parse(jwks(jwk.formatted(fivePlusP, y)), crypto))
            .reason())
        .isEqualTo(Reason.KEY_MALFORMED);
  }

  private static PublicJwks parse(String json) throws InvalidJwksException {
    return PublicJwks.parse(json, Providers.any());
  }

  private static Reason reason(String json) {
    return failure(json).reason();
  }

  private static InvalidJwksException failure(String json) {
    return catchThrowableOfType(InvalidJwksException.class, () -> parse(json));
  }

  private static String ec(String members) {
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\",%s}"
        .formatted(X, Y, members);
  }

  private static String json(JWK key) {
    return key.toPublicJWK().toJSONString();
  }

  private static String jwks(String... keys) {
    return "{\"keys\":[" + Arrays.stream(keys).collect(Collectors.joining(",")) + "]}";
  }
}
