package dev.authmock.did;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.authmock.jose.InvalidJwksException;
import dev.authmock.jose.JsonObjects;
import dev.authmock.jose.NotJsonObjectException;
import dev.authmock.jose.P256Jwk;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A public JWK as canonical JSON.
 *
 * <p>The four members are fixed and plain ASCII strings, for which nimbus' form for thumbprints
 * (RFC 7638) is the canonical form of RFC 8785 too: no JCS library is needed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JCS</a>
 */
final class CanonicalJwk {

  private CanonicalJwk() {}

  static byte[] encode(ECKey key) {
    return JSONObjectUtils.toJSONString(key.getRequiredParams()).getBytes(StandardCharsets.UTF_8);
  }

  static ECKey decode(byte[] bytes) throws InvalidDidException {
    try {
      String json =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      ECKey key = P256Jwk.read(JsonObjects.parse(json));
      if (!Arrays.equals(encode(key), bytes)) {
        throw new InvalidDidException(
            "its JWK is not canonical (RFC 8785) with just the members crv, kty, x and y");
      }
      return key;
    } catch (CharacterCodingException e) {
      throw new InvalidDidException("its JWK is not UTF-8");
    } catch (NotJsonObjectException e) {
      throw new InvalidDidException("its JWK " + e.predicate());
    } catch (InvalidJwksException e) {
      throw new InvalidDidException("its JWK: " + e.description());
    }
  }
}
