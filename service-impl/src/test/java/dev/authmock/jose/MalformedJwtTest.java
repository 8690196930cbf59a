package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedJwtTest {

  private static final String H = Jwts.encode(Jwts.HEADER);
  private static final String P = Jwts.encode("{}");

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("", "it is not a signed JWT: it has 1 part(s) between dots, not 3"),
        Arguments.of("nonsense", "it is not a signed JWT: it has 1 part(s) between dots, not 3"),
        Arguments.of(H + "." + P, "it is not a signed JWT: it has 2 part(s) between dots, not 3"),
        Arguments.of(
            H + "." + P + ".x.y", "it is not a signed JWT: it has 4 part(s) between dots, not 3"),
        Arguments.of(
            H + "." + P + ".x.y.z", "it is an encrypted JWT (five parts), not a signed one"),
        Arguments.of("..", "its header is empty"),
        Arguments.of(H + "..", "its payload is empty"),
        Arguments.of("!." + P + ".", "its header is not base64url"),
        Arguments.of(H + ".a b.", "its payload is not base64url"),
        Arguments.of(H + "." + P + ".+/+/", "its signature is not base64url"),
        Arguments.of(H + "." + P + ".YQ==", "its signature is base64url with padding"),
        Arguments.of(H + "." + P + ".YWJjé", "its signature is not base64url"),
        Arguments.of(H + "." + Jwts.encode("not JSON") + ".", "its payload is not valid JSON"),
        Arguments.of(H + "." + Jwts.encode("[]") + ".", "its payload is not a JSON object"),
        Arguments.of(
            H + "." + Jwts.encode("[[\"iss\",\"a\"]]") + ".", "its payload is not a JSON object"),
        Arguments.of(H + "." + Jwts.encode("\ufeff{}") + ".", "its payload is not valid JSON"),
        Arguments.of(H + "." + Jwts.encode("\"a\"") + ".", "its payload is not a JSON object"),
        Arguments.of(Jwts.encode("null") + "." + P + ".", "its header is not a JSON object"),
        Arguments.of(H + "." + Jwts.encode("{'a':1}") + ".", "its payload is not valid JSON"),
        Arguments.of(
            H + "." + Jwts.encode("{} {}") + ".", "its payload is not a plain JSON object"),
        Arguments.of(
            H + "." + Jwts.encode("{\"exp\":1,\"exp\":2}") + ".",
            "its payload names a member twice"),
        Arguments.of(
            H + "." + Jwts.encode("{\"exp\":1e400}") + ".",
            "its payload has a number that is too big"),
        Arguments.of(
            H + "." + Jwts.encode(new byte[] {'{', '"', (byte) 0xc3, '"', '}'}) + ".",
            "its payload is not UTF-8"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void what_is_no_signed_jwt_is_told_why(String text, String reason) {
    assertThatThrownBy(() -> SignedJwt.parse(text))
        .isInstanceOf(MalformedJwtException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @MethodSource("deep")
  void deeply_nested_json_is_told_from_bad_json(String payload) {
    assertThatThrownBy(() -> SignedJwt.parse(Jwts.withClaims(payload)))
        .isInstanceOf(MalformedJwtException.class)
        .hasMessage("its payload is nested too deeply or has an overlong name or number");
  }

  static Stream<String> deep() {
    return Stream.of(
        "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
        "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
        "{\"a\":" + "[".repeat(100_000),
        "{\"exp\":" + "9".repeat(60_000) + "}");
  }

  @Test
  void a_string_of_64_kilobytes_is_no_trouble() throws Exception {
    String big = "x".repeat(65_536);
    assertThat(SignedJwt.parse(Jwts.withClaims("{\"jti\":\"" + big + "\"}"))
            .string("jti")
            .value())
        .contains(big);
  }

  @Test
  void no_reason_quotes_the_token() {
    String secret = "s3cret";
    assertThatThrownBy(() -> SignedJwt.parse(Jwts.withClaims("{\"" + secret + "\": " + secret)))
        .isInstanceOf(MalformedJwtException.class)
        .hasMessageNotContaining(secret)
        .hasNoCause();
  }

  @Test
  void whatever_the_bytes_nothing_but_the_named_exception_escapes() {
    String token = Jwts.of(Jwts.HEADER, "{\"iss\":\"a\",\"exp\":1.5,\"aud\":[\"b\"]}");
    for (int i = 0; i < token.length(); i++) {
      for (char c : new char[] {'.', '=', '!', 'A', '_', '\0', '\ud800'}) {
        tryOut(token.substring(0, i) + c + token.substring(i + 1));
      }
      tryOut(token.substring(0, i));
    }
    tryOut(new String(new byte[] {(byte) 0xff, '.', '.'}, StandardCharsets.ISO_8859_1));
  }

  private static void tryOut(String token) {
    try {
      SignedJwt jwt = SignedJwt.parse(token);
      jwt.algorithm();
      jwt.keyId();
      jwt.audience();
      jwt.date("exp");
    } catch (MalformedJwtException e) {
      assertThat(e.description()).isNotEmpty();
    }
  }
}
