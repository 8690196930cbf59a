package dev.authmock.sdk.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.multibase.Multibase;
import com.apicatalog.multicodec.codec.KeyCodec;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidKeyTest {

  private static final String EBSI =
      "did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbsDbVZXdb3jzCagESyY4EE2x7Yjx3gNwctoEu"
          + "RCKKDrdNP3HPFtG8RTvBiYStT5ghBHhHizH2Dy6xQtW3Pd2SecizL9b2jzDCMr7Ka5cRAWZFwvqwAtwTT7xet769"
          + "y9ERh6";

  private static final String X = "igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns";
  private static final String Y = "efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM";

  @Test
  void ebsis_did_is_the_canonical_json_of_a_jwk() {
    byte[] bytes = Multibase.BASE_58_BTC.decode(EBSI.substring("did:key:".length()));
    ECKey key = DidKey.parse(EBSI).publicKey();

    assertThat(bytes).startsWith(0xd1, 0xd6, 0x03);
    assertThat(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8))
        .isEqualTo("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(key.getX(), key.getY()));
  }

  @Test
  void ebsis_did_is_encoded_as_it_was() {
    ECKey key = DidKey.parse(EBSI).publicKey();

    assertThat(DidKey.of(key).did()).isEqualTo(EBSI);
    assertThat(DidKey.of(key)).hasToString(EBSI);
    assertThat(DidKey.of(key).verificationMethod())
        .isEqualTo(EBSI + "#" + EBSI.substring("did:key:".length()));
  }

  @ParameterizedTest
  @CsvSource({
    "did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv," + X + "," + Y,
    "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169,"
        + "fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI,hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU"
  })
  void the_compressed_points_of_the_did_key_specification(String did, String x, String y) {
    ECKey key = new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).build();

    assertThat(DidKey.parse(did).publicKey()).isEqualTo(key);
    assertThat(DidKey.compressed(key).did()).isEqualTo(did);
  }

  @Test
  void any_key_comes_back_from_both_forms() {
    IntStream.range(0, 20).forEach(i -> {
      WalletIdentity identity = WalletIdentity.generate();
      ECKey publicKey = identity.key().toPublicJWK();

      assertThat(DidKey.parse(identity.did()).publicKey().getRequiredParams())
          .isEqualTo(publicKey.getRequiredParams());
      assertThat(DidKey.parse(DidKey.compressed(publicKey).did()).publicKey().getRequiredParams())
          .isEqualTo(publicKey.getRequiredParams());
    });
  }

  @Test
  void a_private_part_never_gets_into_a_did() {
    WalletIdentity identity = WalletIdentity.generate();

    assertThat(DidKey.of(identity.key()).publicKey().isPrivate()).isFalse();
    assertThat(identity.toString()).doesNotContain(identity.key().getD().toString());
  }

  @Test
  void a_key_of_another_curve_is_refused() throws Exception {
    ECKey p384 = new ECKeyGenerator(Curve.P_384).generate();

    assertThatThrownBy(() -> DidKey.of(p384)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WalletIdentity.ofDidKey(p384))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "did:key:",
        "did:key:z",
        "did:ebsi:zvHWX359A3CvfJnCYaAiAde",
        "did:key:u0dYD",
        "did:key:z0OIl",
        "did:key:z2dmz\u00e9",
        "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
      })
  void what_is_no_did_key_of_p_256_is_refused(String did) {
    assertThatThrownBy(() -> DidKey.parse(did)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "not json",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + X + "\",\"y\":\"" + Y + "\"}",
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + X + "\", \"y\":\"" + Y + "\"}",
        "{\"crv\":\"P-256\",\"kid\":\"1\",\"kty\":\"EC\",\"x\":\"" + X + "\",\"y\":\"" + Y + "\"}",
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + Y + "\",\"y\":\"" + X + "\"}",
        "{\"crv\":\"P-384\",\"kty\":\"EC\",\"x\":\"" + X + "\",\"y\":\"" + Y + "\"}",
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + X + "\"}"
      })
  void a_jwk_that_is_not_canonical_or_not_of_the_curve_is_refused(String json) {
    byte[] bytes = KeyCodec.JWK_JCS_PUBLIC_KEY.encode(json.getBytes(StandardCharsets.UTF_8));

    assertRefused(bytes);
  }

  @Test
  void a_point_that_is_none_is_refused() {
    byte[] point = new byte[33];
    // No y belongs to this x.
    point[32] = 1;
    for (int first : new int[] {0, 2, 3, 4}) {
      point[0] = (byte) first;
      assertRefused(KeyCodec.P256_PUBLIC_KEY.encode(point));
    }
    assertRefused(KeyCodec.P256_PUBLIC_KEY.encode(new byte[] {2}));
  }

  private static void assertRefused(byte[] key) {
    String did = "did:key:" + Multibase.BASE_58_BTC.encode(key);

    assertThatThrownBy(() -> DidKey.parse(did)).isInstanceOf(IllegalArgumentException.class);
  }
}
