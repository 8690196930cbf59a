package dev.authmock.did;

import com.apicatalog.jcs.Jcs;
import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.jose.InvalidJwksException;
import dev.authmock.jose.P256Jwk;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.NotJsonException;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A public JWK as canonical JSON, with the members that RFC 7638 requires and no others.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JCS</a>
 */
final class CanonicalJwk {

  // Kept, since looking for the JSON library takes longer than writing a key.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private CanonicalJwk() {}

  static byte[] encode(ECKey key) {
    JsonObjectBuilder members = JSON.createObjectBuilder();
    key.getRequiredParams().forEach((name, value) -> members.add(name, String.valueOf(value)));
    return Jcs.canonize(members.build()).getBytes(StandardCharsets.UTF_8);
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
    } catch (NotJsonException e) {
      throw new InvalidDidException("its JWK " + e.predicate());
    } catch (InvalidJwksException e) {
      throw new InvalidDidException("its JWK: " + e.description());
    }
  }
}
