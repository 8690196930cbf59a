package dev.authmock.jose;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a JWS in compact serialization, each of them strictly base64url.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515 §7.1</a>
 */
record CompactParts(String header, String payload, String signature) {

  static CompactParts of(String compact) throws MalformedJwtException {
    long dots = compact.chars().filter(c -> c == '.').count();
    if (dots == 4) {
      throw new MalformedJwtException("it is an encrypted JWT (five parts), not a signed one");
    }
    if (dots != 2) {
      throw new MalformedJwtException(
          "it is not a signed JWT: it has " + (dots + 1) + " part(s) between dots, not 3");
    }
    int first = compact.indexOf('.');
    int last = compact.lastIndexOf('.');
    CompactParts parts = new CompactParts(
        compact.substring(0, first),
        compact.substring(first + 1, last),
        compact.substring(last + 1));
    bytes("signature", parts.signature);
    return parts;
  }

  Map<String, @Nullable Object> headerObject() throws MalformedJwtException {
    return object("header", header);
  }

  Map<String, @Nullable Object> payloadObject() throws MalformedJwtException {
    return object("payload", payload);
  }

  byte[] signingInput() {
    return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
  }

  private static Map<String, @Nullable Object> object(String part, String encoded)
      throws MalformedJwtException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(bytes(part, encoded));
      return JsonObjects.parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw new MalformedJwtException("its " + part + " is not UTF-8");
    } catch (NotJsonObjectException e) {
      throw new MalformedJwtException("its " + part + " " + e.predicate());
    }
  }

  private static byte[] bytes(String part, String encoded) throws MalformedJwtException {
    try {
      // The JDK takes padding, JOSE does not: RFC 7515 §2.
      if (encoded.indexOf('=') < 0) {
        return Base64.getUrlDecoder().decode(encoded);
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedJwtException("its " + part + " is not base64url");
    }
    throw new MalformedJwtException("its " + part + " is base64url with padding");
  }
}
