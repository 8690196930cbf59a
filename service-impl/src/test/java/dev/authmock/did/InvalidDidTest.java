package dev.authmock.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.apicatalog.multibase.Multibase;
import com.apicatalog.multicodec.Multicodec;
import com.apicatalog.multicodec.codec.KeyCodec;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidDidTest {

  private static final String X = "n1l8HzJyfmvqCprbrsDoK9sUyRK2DTWoTbOFdRT_6HE";
  private static final String Y = "DDd9ecdyVsFJGVS1f1AtItefpKKZQDt4zFJFpk9G06A";
  private static final String JWK =
      "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + X + "\",\"y\":\"" + Y + "\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "did:ebsi:zZeKyEJfUTGwajhNyNX928z",
        "did:web:example.com",
        "DID:KEY:z2",
        "did:key"
      })
  void another_did_is_told(String did) {
    assertThat(failure(did)).isEqualTo("it is not a did:key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"did:key:", "did:key:uAQID", "did:key:m", "did:key:Z2dm", "did:key: z2"})
  void another_base_than_base58btc_is_told(String did) {
    assertThat(failure(did))
        .isEqualTo("what follows did:key: does not begin with z, the sign of base58btc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"did:key:z0", "did:key:z2dmO", "did:key:zIl", "did:key:z2 dm", "did:key:zé"})
  void characters_outside_base58_are_told(String did) {
    assertThat(failure(did)).isEqualTo("it has characters that base58btc does not have");
  }

  @ParameterizedTest
  @ValueSource(strings = {"did:key:z2dm#z2dm", "did:key:z2dm?a=b", "did:key:z2dm/path"})
  void a_did_url_is_told(String did) {
    assertThat(failure(did)).isEqualTo("it is a DID URL, not a DID alone");
  }

  @Test
  void an_overlong_did_is_told_before_it_is_decoded() {
    assertThat(failure("did:key:z" + "2".repeat(5_000_000)))
        .isEqualTo("it is longer than 2048 characters");
    assertThat(failure("did:key:z" + "2".repeat(2048 - 9))).contains("multicodec");
  }

  @ParameterizedTest
  @CsvSource({
    "ed01, 0xed", // Ed25519
    "e701, 0xe7", // secp256k1
    "8124, 0x1201", // P-384
    "00, 0x0",
    "ffffffffffffffffffffffff, (none)"
  })
  void another_codec_is_named_in_hex(String codec, String named) {
    assertThat(failure(did(HexFormat.of().parseHex(codec + "00".repeat(32)))))
        .isEqualTo("its key has the multicodec "
            + named
            + "; known here are 0xeb51 (jwk_jcs-pub) and 0x1200 (p256-pub)");
  }

  @Test
  void a_did_of_nothing_is_told() {
    assertThat(failure("did:key:z")).isNotEmpty();
    assertThat(failure(did(new byte[] {(byte) 0x80}))).contains("multicodec (none)");
    assertThat(failure(did(KeyCodec.JWK_JCS_PUBLIC_KEY.varint()))).isEqualTo("its JWK is empty");
    assertThat(failure(did(KeyCodec.P256_PUBLIC_KEY.varint())))
        .isEqualTo("its P-256 key is not 33 bytes that begin with 02 or 03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02", // too short
        "0400000000000000000000000000000000000000000000000000000000000000ff", // uncompressed
        "05ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "020000000000000000000000000000000000000000000000000000000000000000ff"
      })
  void a_point_that_is_not_compressed_is_told(String point) {
    assertThat(failure(point(point)))
        .isEqualTo("its P-256 key is not 33 bytes that begin with 02 or 03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // x = 1 is not on the curve
        "020000000000000000000000000000000000000000000000000000000000000001",
        // x = 5 is, but not written as 5 + p
        "02ffffffff00000001000000000000000000000001000000000000000000000004",
        "03ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
      })
  void a_compressed_point_off_the_curve_is_told(String point) {
    assertThat(failure(point(point))).isEqualTo("its P-256 key is not a point of the curve");
  }

  @Test
  void a_jwk_off_the_curve_is_told() {
    assertThat(failure(jwk(JWK.replace(X, Y))))
        .isEqualTo("its JWK: x and y of a P-256 key are not a point of the curve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-384", "secp256k1", "P-521", "p-256"})
  void a_jwk_on_another_curve_is_told(String curve) {
    assertThat(failure(jwk(JWK.replace("P-256", curve))))
        .isEqualTo("its JWK: a key is not of kty EC and crv P-256");
  }

  @Test
  void a_jwk_with_a_private_member_is_told_and_not_quoted() {
    assertThat(failure(jwk(JWK.replace("\"kty\"", "\"d\":\"s3cret\",\"kty\""))))
        .startsWith("its JWK: a key has private members")
        .doesNotContain("s3cret");
  }

  @Test
  void a_jwk_that_is_not_canonical_is_told() {
    String kid = JWK.replace("\"kty\"", "\"kid\":\"a\",\"kty\"");
    String order = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + X + "\",\"y\":\"" + Y + "\"}";
    String space = JWK.replace(":", ": ");
    String escaped = JWK.replace("EC", "\\u0045C");
    for (String jwk : new String[] {kid, order, space, escaped, JWK + "\n"}) {
      assertThat(failure(jwk(jwk)))
          .isEqualTo("its JWK is not canonical (RFC 8785) with just the members crv, kty, x and y");
    }
  }

  @Test
  void a_jwk_that_is_no_json_object_is_told() {
    assertThat(failure(jwk("[]"))).isEqualTo("its JWK is not a JSON object");
    assertThat(failure(jwk("null"))).isEqualTo("its JWK is not a JSON object");
    assertThat(failure(jwk("{"))).isEqualTo("its JWK is not valid JSON");
    assertThat(failure(jwk("{\"crv\":\"P-256\",\"crv\":\"P-256\"}")))
        .isEqualTo("its JWK names a member twice");
    assertThat(failure(did(KeyCodec.JWK_JCS_PUBLIC_KEY, new byte[] {'"', (byte) 0xc3, '"'})))
        .isEqualTo("its JWK is not UTF-8");
  }

  @Test
  void whatever_the_characters_nothing_but_the_named_exception_escapes() {
    String good = jwk(JWK);
    for (int i = 0; i < good.length(); i++) {
      for (String c : new String[] {"", "1", "z", "#", "\0", "é"}) {
        String did = good.substring(0, i) + c + good.substring(i + 1);
        if (!did.equals(good)) {
          assertThat(failure(did)).isNotEmpty();
        }
      }
    }
  }

  private static String failure(String did) {
    return catchThrowableOfType(InvalidDidException.class, () -> DidKey.parse(did))
        .description();
  }

  private static String jwk(String json) {
    return did(KeyCodec.JWK_JCS_PUBLIC_KEY, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String point(String hex) {
    return did(KeyCodec.P256_PUBLIC_KEY, HexFormat.of().parseHex(hex));
  }

  private static String did(Multicodec codec, byte[] key) {
    return did(codec.encode(key));
  }

  private static String did(byte[] bytes) {
    return "did:key:" + Multibase.BASE_58_BTC.encode(bytes);
  }
}
