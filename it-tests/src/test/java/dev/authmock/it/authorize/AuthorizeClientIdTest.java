package dev.authmock.it.authorize;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.ISSUER_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.apicatalog.multibase.Multibase;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.sdk.wallet.DidKey;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may ask: clients that are registered, and DIDs that are a key. What else asks is not answered
 * by redirect.
 *
 * @see <a href="https://w3c-ccg.github.io/did-key-spec/#format">The did:key method, section 3.1</a>
 */
class AuthorizeClientIdTest extends HolderRequestTest {
  private static final ECKey KEY = Keys.ec("key-1");
  private static final byte[] JWK_JCS_PUB = {(byte) 0xd1, (byte) 0xd6, 0x03};
  private static final byte[] P256_PUB = {(byte) 0x80, 0x24};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://nobody.example/auth",
        "http://localhost:1/auth",
        "https://nobody.example/auth?did=did:key:z"
      })
  void a_url_that_nobody_registered_is_an_issuer_not_found(String clientId) {
    assertThatProblem(http.authorize(good.replacing("client_id", clientId)))
        .is(ISSUER_NOT_FOUND, "invalid_client", "client.registered");
    assertAccepted(good);
  }

  @Test
  void a_client_id_is_compared_to_the_letter() {
    String registered = serviceWallet().clientId();
    for (String other : new String[] {
      registered + "/", registered + "?", registered + "#", registered.replace("https", "HTTPS")
    }) {
      assertThatProblem(http.authorize(good.replacing("client_id", other)))
          .is(ISSUER_NOT_FOUND, "invalid_client", "client.registered");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wallet",
        "did:key:",
        "did:key:z",
        "did:key:u0oIl",
        "did:web:wallet.example",
        "did:ebsi:zobuuYAHkAbRFCcqdcJfTgR",
        "did:KEY:z2dmz",
        "DID:key:z2dmz",
        "urn:ietf:params:oauth:jwk-thumbprint:sha-256:x",
        "mailto:a@wallet.example",
        "http:///auth",
        "https://",
        "//issuer.example",
        " https://issuer.example",
        "javascript:alert(1)",
        "<script>alert(1)</script>"
      })
  void a_client_id_is_an_http_url_or_a_did_key(String clientId) {
    assertProblem(good.replacing("client_id", clientId), "authorize.client_id_form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "O", "I", "l", "+", "/", "=", "#z2dmz", "?a=b", "é"})
  void base58_does_not_have_every_character(String foreign) {
    assertProblem(good.replacing("client_id", wallet.did() + foreign), "authorize.client_id_form");
  }

  @ParameterizedTest
  @MethodSource
  void a_did_key_has_to_hold_a_key_on_p_256(byte[] multicodec) {
    String did = "did:key:" + Multibase.BASE_58_BTC.encode(multicodec);
    assertProblem(good.replacing("client_id", did), "authorize.did_key");
  }

  static Stream<Named<byte[]>> a_did_key_has_to_hold_a_key_on_p_256() {
    byte[] ed25519 = new byte[32];
    return Stream.of(
        named("an unknown codec", bytes(new byte[] {0x55}, "raw")),
        named("Ed25519", bytes(new byte[] {(byte) 0xed, 0x01}, ed25519)),
        named("secp256k1", bytes(new byte[] {(byte) 0xe7, 0x01}, compressed())),
        named("P-384", bytes(new byte[] {(byte) 0x81, 0x24}, new byte[49])),
        named("one zero byte", new byte[1]),
        named("a codec that does not end", HexFormat.of().parseHex("ffffffffffffffffffff")),
        named("a codec and nothing else", P256_PUB),
        named("a JWK codec and nothing else", JWK_JCS_PUB),
        named("a point off the curve", bytes(P256_PUB, offCurve())),
        named(
            "x beyond the field", bytes(P256_PUB, HexFormat.of().parseHex("02" + "f".repeat(64)))),
        named("the point at infinity", bytes(P256_PUB, new byte[33])),
        named("a point that is not compressed", bytes(P256_PUB, uncompressed())),
        named("a byte too few", bytes(P256_PUB, Arrays.copyOf(compressed(), 32))),
        named("a byte too many", bytes(P256_PUB, Arrays.copyOf(compressed(), 34))));
  }

  @ParameterizedTest
  @MethodSource
  void a_jwk_in_a_did_key_has_to_be_canonical(String jwk) {
    String did = "did:key:" + Multibase.BASE_58_BTC.encode(bytes(JWK_JCS_PUB, jwk));
    assertProblem(good.replacing("client_id", did), "authorize.did_key");
  }

  static Stream<Named<String>> a_jwk_in_a_did_key_has_to_be_canonical() {
    String x = KEY.getX().toString();
    String y = KEY.getY().toString();
    String good = jwk("P-256", x, y);
    return Stream.of(
        named(
            "members in another order",
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y)),
        named("a space", good.replace(",", ", ")),
        named("a line at the end", good + "\n"),
        named("a member more", good.replace("{", "{\"alg\":\"ES256\",")),
        named("a kid", good.replace("\"kty\"", "\"kid\":\"1\",\"kty\"")),
        named("the private key", KEY.toJSONString()),
        named("an escape", good.replace("P-256", "\\u0050-256")),
        named("padding", jwk("P-256", x + "=", y)),
        named("a coordinate with a leading zero", jwk("P-256", "AA" + x, y)),
        named("a point off the curve", jwk("P-256", x, Keys.ec("other").getY().toString())),
        named("another curve", Keys.ec(Curve.P_384, "x").toPublicJWK().toJSONString()),
        named("the name of another curve", jwk("secp256k1", x, y)),
        named("no y", "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\"}".formatted(x)),
        named("an RSA key", "{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"sXch\"}"),
        named("a member twice", good.replace("{", "{\"crv\":\"P-256\",")),
        named("an array", "[]"),
        named("null", "null"),
        named("no JSON", "crv=P-256"),
        named("bytes that are no UTF-8", "\u00ff\u00fe"),
        named("depth", "[".repeat(1000)));
  }

  @Test
  void a_did_key_has_a_bound() {
    assertProblem(
        good.replacing("client_id", "did:key:z" + "2".repeat(60_000)), "authorize.did_key");
  }

  @Test
  void both_ways_of_writing_the_key_of_a_wallet_down_are_known() {
    DidKey did = DidKey.compressed(KEY);
    HolderWallet compressed = HolderWallet.builder(sdk)
        .identity(WalletIdentity.of(did.did(), did.verificationMethod(), KEY))
        .clock(clock)
        .build();
    assertThat(compressed.obtainCredential(AUTHORISED).subject()).isEqualTo(did.did());
  }

  @Test
  void a_client_that_is_not_known_is_not_redirected() {
    Form bad = good.replacing("client_id", "https://nobody.example/auth");
    assertThat(http.authorize(bad).header("location")).isEmpty();
    assertThatProblem(http.authorize(good.replacing("client_id", "wallet")))
        .is(BAD_REQUEST, "invalid_request", "authorize.client_id_form")
        .saying("did:key");
  }

  private static byte[] compressed() {
    byte[] point =
        Multibase.BASE_58_BTC.decode(DidKey.compressed(KEY).did().substring("did:key:".length()));
    return Arrays.copyOfRange(point, P256_PUB.length, point.length);
  }

  /** Half of all x have no y; one of the next few is such. */
  private static byte[] offCurve() {
    byte[] point = compressed();
    for (int i = 0; i < 256; i++) {
      point[32]++;
      try {
        DidKey.parse("did:key:" + Multibase.BASE_58_BTC.encode(bytes(P256_PUB, point)));
      } catch (IllegalArgumentException e) {
        return point;
      }
    }
    throw new IllegalStateException();
  }

  private static byte[] uncompressed() {
    return bytes(bytes(new byte[] {4}, KEY.getX().decode()), KEY.getY().decode());
  }

  private static String jwk(String curve, String x, String y) {
    return "{\"crv\":\"%s\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(curve, x, y);
  }

  private static byte[] bytes(byte[] codec, String text) {
    return bytes(codec, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(byte[] codec, byte[] key) {
    byte[] all = Arrays.copyOf(codec, codec.length + key.length);
    System.arraycopy(key, 0, all, codec.length, key.length);
    return all;
  }
}
