package dev.authmock.jose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes JWTs that no decent library would. */
final class Jwts {

  static final String HEADER = "{\"alg\":\"ES256\"}";

  private Jwts() {}

  /** A JWT of that header and payload, with sixty-four bytes for a signature. */
  static String of(String header, String payload) {
    return encode(header) + "." + encode(payload) + "." + encode(new byte[64]);
  }

  static String withClaims(String payload) {
    return of(HEADER, payload);
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
