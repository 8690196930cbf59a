package dev.authmock.it.support.flow;

import com.fasterxml.jackson.databind.node.NullNode;
import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.jwks.Signers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is wrong with a JWT whatever it is for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-2">RFC 8725, section 2</a>
 */
public final class BadJwts {
  private static final ECKey OTHER = Keys.ec("other");
  private static final Duration SKEW = Duration.ofSeconds(60);

  private BadJwts() {}

  /** What is no JWT, as it is sent. */
  public static Stream<String> noJwts() {
    String head = base64("{\"alg\":\"ES256\",\"kid\":\"key-1\"}");
    return Stream.of(
        "garbage",
        "..",
        "a.b",
        "a.b.c",
        head + "." + base64("{}"),
        head + "." + base64("{}") + ".c2ln.c2ln",
        head + "..." + base64("{}") + ".c2ln",
        head + "." + base64("[]") + ".c2ln",
        head + "." + base64("null") + ".c2ln",
        head + "." + base64("{\"iss\":\"a\",\"iss\":\"b\"}") + ".c2ln",
        head + "." + base64("[".repeat(10_000)) + ".c2ln",
        head + "." + base64("{\"a\":".repeat(6000)) + ".c2ln",
        head + "." + base64("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}") + ".c2ln",
        base64("{\"alg\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}") + ".e30.c2ln",
        base64("not JSON") + ".e30.c2ln",
        "é.ü.ß",
        "eyJhbGciOiJFUzI1NiJ9.e30=.c2ln");
  }

  /** Headers that no kind of JWT may have, and signatures that are not the sender's. */
  public static Stream<BadJwt> headers() {
    return Stream.of(
        bad(
            "no algorithm and no signature",
            "alg",
            jwt -> jwt.header("alg", "none").signedBy(Signers.constant())),
        bad(
            "none in other letters",
            "alg",
            jwt -> jwt.header("alg", "nOnE").signedBy(Signers.constant())),
        bad("none with a good signature", "alg", jwt -> jwt.header("alg", "none")),
        bad(
            "HS256",
            "alg",
            jwt -> jwt.header("alg", "HS256")
                .signedBy(Signers.hs256(
                    "a secret of 32 bytes, no less...".getBytes(StandardCharsets.US_ASCII)))),
        bad("ES384", "alg", jwt -> jwt.header("alg", "ES384")),
        bad("ES256K", "alg", jwt -> jwt.header("alg", "ES256K")),
        bad("RS256", "alg", jwt -> jwt.header("alg", "RS256")),
        bad("an algorithm in other letters", "alg", jwt -> jwt.header("alg", "es256")),
        bad("a list of algorithms", "alg", jwt -> jwt.header("alg", List.of("ES256"))),
        bad("null for an algorithm", "alg", jwt -> jwt.header("alg", NullNode.instance)),
        bad("no word on the algorithm", "alg", jwt -> jwt.header("alg", null)),
        bad(
            "an extension that must be understood",
            "crit",
            jwt -> jwt.header("crit", List.of("exp")).header("exp", 1)),
        bad(
            "an unencoded payload",
            "crit",
            jwt -> jwt.header("crit", List.of("b64")).header("b64", false)),
        bad("an empty crit", "crit", jwt -> jwt.header("crit", List.of())),
        bad("a crit that is a string", "crit", jwt -> jwt.header("crit", "exp")),
        bad(
            "a key in the header",
            "header_key",
            jwt -> jwt.header("jwk", OTHER.toPublicJWK().toJSONObject()).signedBy(OTHER)),
        bad(
            "a URL of keys in the header",
            "header_key",
            jwt -> jwt.header("jku", "http://localhost:1/jwks")),
        bad(
            "a URL of a certificate in the header",
            "header_key",
            jwt -> jwt.header("x5u", "http://localhost:1/cert")),
        bad("a certificate in the header", "header_key", jwt -> jwt.header("x5c", List.of("MIIB"))),
        bad("no kid", "kid", jwt -> jwt.header("kid", null)),
        bad("an empty kid", "kid", jwt -> jwt.header("kid", "")),
        bad("a kid that is a number", "kid", jwt -> jwt.header("kid", 1)),
        bad("a list of kids", "kid", jwt -> jwt.header("kid", List.of("key-1"))),
        bad("another's signature", "signature", jwt -> jwt.signedBy(OTHER)),
        bad(
            "a signature of zeros",
            "signature",
            jwt -> jwt.signedBy(Signers.constant(new byte[64]))),
        bad(
            "a signature in the form of X.509",
            "signature",
            jwt -> jwt.signedBy(Signers.der(OTHER))),
        bad(
            "a signature that is cut off",
            "signature",
            jwt -> jwt.signedBy(Signers.resized(Signers.es256(OTHER), 63))),
        bad("an empty signature", "signature", jwt -> jwt.signedBy(Signers.constant())));
  }

  /** Times that no kind of JWT may claim. */
  public static Stream<BadJwt> times(Instant now) {
    return Stream.of(
        bad("an exp just past", "not_expired", jwt -> jwt.claim("exp", now.minus(SKEW))),
        bad("an exp long past", "not_expired", jwt -> jwt.claim("exp", 0)),
        bad("an exp before 1970", "not_expired", jwt -> jwt.claim("exp", -1)),
        bad(
            "an iat in the future",
            "iat",
            jwt -> jwt.claim("iat", now.plus(SKEW).plusSeconds(1))),
        bad("an iat out of all reason", "iat", jwt -> jwt.claim("iat", new BigDecimal("1e300"))),
        bad("an iat that is a string", "iat", jwt -> jwt.claim("iat", "1795000000")),
        bad("an iat that is an array", "iat", jwt -> jwt.claim("iat", List.of(1))),
        bad(
            "an nbf in the future",
            "nbf",
            jwt -> jwt.claim("nbf", now.plus(SKEW).plusSeconds(1))),
        bad("an nbf that is a string", "nbf", jwt -> jwt.claim("nbf", "1795000000")),
        bad("an nbf that is null", "nbf", jwt -> jwt.claim("nbf", NullNode.instance)));
  }

  /** Audiences that are not the server's issuer URL. */
  public static Stream<BadJwt> audiences(String issuer) {
    return Stream.of(
        bad("no aud", "aud", jwt -> jwt.claim("aud", null)),
        bad("the aud of another server", "aud", jwt -> jwt.claim("aud", "https://other.example")),
        bad("an aud with a slash too many", "aud", jwt -> jwt.claim("aud", issuer + "/")),
        bad("no aud in a list", "aud", jwt -> jwt.claim("aud", List.of())),
        bad(
            "another server in a list",
            "aud",
            jwt -> jwt.claim("aud", List.of("https://other.example"))),
        bad("an aud that is an object", "aud", jwt -> jwt.claim("aud", Map.of("a", 1))),
        bad(
            "an aud with something else beside",
            "aud",
            jwt -> jwt.claim("aud", List.of(issuer, 1))));
  }

  private static BadJwt bad(String name, String rule, UnaryOperator<Assertion> worse) {
    return new BadJwt(name, rule, worse);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
