package dev.authmock.it.support;

import com.apicatalog.multibase.Multibase;
import com.apicatalog.uvarint.UVarInt;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * What looks like a did:key and is none, each by its flaw.
 *
 * @see <a href="https://w3c-ccg.github.io/did-key-spec/">The did:key method</a>
 */
public final class BadDidKeys {
  private static final int JWK_JCS_PUB = 0xeb51;
  private static final int P256_PUB = 0x1200;
  private static final ECKey KEY = Keys.ec("key-1");
  private static final String X = KEY.getX().toString();
  private static final String Y = KEY.getY().toString();
  private static final String GOOD = ofJwk(jwk(X, Y));

  private BadDidKeys() {}

  /** One of each kind. */
  public static Stream<Named<String>> all() {
    return Stream.of(identifiers(), codecs(), jwks(), points()).flatMap(flaws -> flaws);
  }

  private static Stream<Named<String>> identifiers() {
    return Stream.of(
        Named.of("nothing after did:key:", "did:key:"),
        Named.of("only the sign of base58btc", "did:key:z"),
        Named.of("another base", GOOD.replace("did:key:z", "did:key:m")),
        Named.of("no base", GOOD.replace("did:key:z", "did:key:")),
        Named.of("characters that base58 does not have", GOOD + "0OIl"),
        Named.of("a blank", GOOD + " "),
        Named.of("a character more", GOOD + "1"),
        Named.of("a character less", GOOD.substring(0, GOOD.length() - 1)),
        Named.of("leading ones", GOOD.replace("did:key:z", "did:key:z1")),
        Named.of("a version", GOOD.replace("did:key:", "did:key:1.1:")),
        Named.of("capitals in the method", GOOD.replace("did:key:", "DID:KEY:")),
        Named.of("a fragment", GOOD + "#" + GOOD.substring("did:key:".length())),
        Named.of("a query", GOOD + "?versionId=1"),
        Named.of("a path", GOOD + "/keys"),
        Named.of("60,000 characters of base58", "did:key:z" + "2".repeat(60_000)));
  }

  private static Stream<Named<String>> codecs() {
    byte[] jwk = jwk(X, Y).getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Named.of("a key on Ed25519", of(0xed, new byte[32])),
        Named.of("a key on secp256k1", of(0xe7, point((byte) 2, BigInteger.ONE))),
        Named.of("a codec that nobody knows", of(0x7fff, jwk)),
        Named.of("a JWK without a codec", "did:key:" + Multibase.BASE_58_BTC.encode(jwk)),
        Named.of("a codec with nothing after it", of(JWK_JCS_PUB, new byte[0])),
        Named.of(
            "the codec in more bytes than it needs",
            "did:key:" + Multibase.BASE_58_BTC.encode(joined(overlong(), jwk))));
  }

  private static Stream<Named<String>> jwks() {
    String good = jwk(X, Y);
    String d = KEY.getD().toString();
    return Stream.of(
        Named.of(
            "a JWK with its members in another order",
            ofJwk("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(X, Y))),
        Named.of("a JWK with blanks", ofJwk(good.replace(",", ", "))),
        Named.of("a JWK with an escape", ofJwk(good.replace("EC", "\\u0045C"))),
        Named.of("a JWK with a member more", ofJwk(good.replace("}", ",\"z\":\"1\"}"))),
        Named.of("a JWK with a kid", ofJwk(good.replace(",\"kty\"", ",\"kid\":\"1\",\"kty\""))),
        Named.of("a private JWK", ofJwk(good.replace(",\"kty\"", ",\"d\":\"" + d + "\",\"kty\""))),
        Named.of("a JWK with a member twice", ofJwk(good.replace("}", ",\"y\":\"" + Y + "\"}"))),
        Named.of(
            "a JWK without y",
            ofJwk("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\"}".formatted(X))),
        Named.of("a JWK that is no point of the curve", ofJwk(jwk(X, X))),
        Named.of("a JWK with x in other bits for the same bytes", ofJwk(jwk(otherEnd(X), Y))),
        Named.of("a JWK with a zero before x", ofJwk(jwk("AA" + X, Y))),
        Named.of("a JWK with x as a number", ofJwk(good.replace("\"" + X + "\"", "1"))),
        Named.of("a JWK on another curve", ofJwk(p384())),
        Named.of("an RSA key", ofJwk("{\"e\":\"AQAB\",\"kty\":\"RSA\",\"n\":\"" + X + "\"}")),
        Named.of("an array", ofJwk("[]")),
        Named.of("no JSON", ofJwk("{\"crv\":\"P-256\"")),
        Named.of("JSON in JSON in JSON", ofJwk("{\"a\":".repeat(200) + "1" + "}".repeat(200))),
        Named.of("no UTF-8", of(JWK_JCS_PUB, new byte[] {'{', (byte) 0xff, '}'})));
  }

  private static Stream<Named<String>> points() {
    BigInteger x = KEY.getX().decodeToBigInteger();
    return Stream.of(
        Named.of("a point off the curve", of(P256_PUB, point((byte) 2, BigInteger.valueOf(1)))),
        Named.of(
            "a point beyond the field",
            of(P256_PUB, point((byte) 2, p().add(x.mod(BigInteger.TEN))))),
        Named.of(
            "an uncompressed point",
            of(
                P256_PUB,
                joined(new byte[] {4}, joined(KEY.getX().decode(), KEY.getY().decode())))),
        Named.of("a point with another first byte", of(P256_PUB, point((byte) 5, x))),
        Named.of("a point that is cut off", of(P256_PUB, Arrays.copyOf(point((byte) 2, x), 20))),
        Named.of("a point with a byte more", of(P256_PUB, Arrays.copyOf(point((byte) 2, x), 34))),
        Named.of("the point at infinity", of(P256_PUB, new byte[] {0})));
  }

  private static String of(int codec, byte[] key) {
    return "did:key:" + Multibase.BASE_58_BTC.encode(joined(UVarInt.encode(codec), key));
  }

  private static String ofJwk(String json) {
    return of(JWK_JCS_PUB, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String jwk(String x, String y) {
    return "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
  }

  private static String p384() {
    ECKey key = Keys.ec(Curve.P_384, "key-1");
    return jwk(key.getX().toString(), key.getY().toString()).replace("P-256", "P-384");
  }

  /** 43 characters of base64url are 258 bits, of which the last two say nothing. */
  private static String otherEnd(String coordinate) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int end = coordinate.length() - 1;
    return coordinate.substring(0, end)
        + alphabet.charAt(alphabet.indexOf(coordinate.charAt(end)) ^ 1);
  }

  /** 0xeb51 as a varint of four bytes, where three do. */
  private static byte[] overlong() {
    byte[] shortest = UVarInt.encode(JWK_JCS_PUB);
    byte[] longer = Arrays.copyOf(shortest, shortest.length + 1);
    longer[shortest.length - 1] |= (byte) 0x80;
    return longer;
  }

  private static byte[] point(byte sign, BigInteger x) {
    byte[] bytes = x.toByteArray();
    byte[] point = new byte[33];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, point, 33 - length, length);
    point[0] = sign;
    return point;
  }

  private static BigInteger p() {
    return new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  }

  private static byte[] joined(byte[] one, byte[] two) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(two);
    return both.toByteArray();
  }
}
