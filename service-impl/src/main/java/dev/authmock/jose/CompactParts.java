package dev.authmock.jose;

import dev.authmock.json.JsonObjects;
import dev.authmock.json.NotJsonException;
import dev.authmock.server.Base64Url;
import dev.authmock.server.Utf8;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a JWS in compact serialization, each of them strictly base64url.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515 §7.1</a>
 */
record CompactParts(String compact, int first, int last) {
  static CompactParts of(String compact) throws MalformedJwtException {
    int first = compact.indexOf('.');
    int second = compact.indexOf('.', first + 1);
    if (first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
      throw otherNumberOfParts(compact);
    }
    CompactParts parts = new CompactParts(compact, first, second);
    bytes("signature", parts.signature());
    return parts;
  }

  private static MalformedJwtException otherNumberOfParts(String compact) {
    long dots = compact.chars().filter(c -> c == '.').count();
    return new MalformedJwtException(
        dots == 4
            ? "it is an encrypted JWT (five parts), not a signed one"
            : "it is not a signed JWT: it has " + (dots + 1) + " part(s) between dots, not 3");
  }

  String header() {
    return compact.substring(0, first);
  }

  String payload() {
    return compact.substring(first + 1, last);
  }

  Map<String, @Nullable Object> headerObject() throws MalformedJwtException {
    return object("header", header());
  }

  Map<String, @Nullable Object> payloadObject() throws MalformedJwtException {
    return object("payload", payload());
  }

  String signature() {
    return compact.substring(last + 1);
  }

  /** Header and payload as they came, with the dot between them: ASCII, once both were read. */
  byte[] signingInput() {
    return compact.substring(0, last).getBytes(StandardCharsets.US_ASCII);
  }

  private static Map<String, @Nullable Object> object(String part, String encoded)
      throws MalformedJwtException {
    try {
      byte[] utf8 = bytes(part, encoded);
      return JsonObjects.parse(Utf8.decode(utf8, 0, utf8.length));
    } catch (CharacterCodingException e) {
      throw new MalformedJwtException("its " + part + " is not UTF-8");
    } catch (NotJsonException e) {
      throw new MalformedJwtException("its " + part + " " + e.predicate());
    }
  }

  private static byte[] bytes(String part, String encoded) throws MalformedJwtException {
    try {
      return Base64Url.decode(encoded);
    } catch (IllegalArgumentException e) {
      throw new MalformedJwtException("its "
          + part
          + (encoded.indexOf('=') < 0 ? " is not base64url" : " is base64url with padding"));
    }
  }
}
