package dev.authmock.it.support.jwks;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Assertion;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Something in the form of a client assertion, with any bytes for its parts, and a true signature. */
public final class RawJws {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private RawJws() {}

  /** A good assertion, but for the bytes of its header. */
  public static String withHeader(Assertion good, ECKey key, byte[] header) {
    return signed(BASE64.encodeToString(header), part(good, 1), key);
  }

  /** A good assertion, but for the bytes of its header. */
  public static String withHeader(Assertion good, ECKey key, String header) {
    return withHeader(good, key, header.getBytes(StandardCharsets.UTF_8));
  }

  /** A good assertion, but for the bytes of its payload. */
  public static String withPayload(Assertion good, ECKey key, byte[] payload) {
    return signed(part(good, 0), BASE64.encodeToString(payload), key);
  }

  /** A good assertion, but for the bytes of its payload. */
  public static String withPayload(Assertion good, ECKey key, String payload) {
    return withPayload(good, key, payload.getBytes(StandardCharsets.UTF_8));
  }

  /** Two parts as they are to be sent, and the signature of just that. */
  public static String signed(String header, String payload, ECKey key) {
    String input = header + "." + payload;
    try {
      byte[] signature = Signers.es256(key).sign(input.getBytes(StandardCharsets.UTF_8));
      return input + "." + BASE64.encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The JSON of the header of an assertion. */
  public static String header(Assertion assertion) {
    return new String(DECODER.decode(part(assertion, 0)), StandardCharsets.UTF_8);
  }

  /** The JSON of the claims of an assertion. */
  public static String payload(Assertion assertion) {
    return new String(DECODER.decode(part(assertion, 1)), StandardCharsets.UTF_8);
  }

  /** One of the three parts, as it is sent. */
  public static String part(Assertion assertion, int index) {
    return assertion.serialized().split("\\.", -1)[index];
  }
}
