package dev.authmock.did;

import com.apicatalog.multicodec.Multicodec;
import com.apicatalog.multicodec.codec.KeyCodec;
import com.apicatalog.uvarint.UVarInt;
import com.nimbusds.jose.jwk.ECKey;
import java.util.Arrays;

/**
 * The two ways in which a did:key writes a public key on P-256 down as bytes.
 *
 * @see <a href="https://github.com/multiformats/multicodec/blob/master/table.csv">Multicodec</a>
 */
final class DidKeyCodec {

  private DidKeyCodec() {}

  /** 0xeb51: the JWK as canonical JSON. */
  static byte[] jwkJcsPub(ECKey key) {
    return KeyCodec.JWK_JCS_PUBLIC_KEY.encode(CanonicalJwk.encode(key));
  }

  /** 0x1200: the compressed point. */
  static byte[] p256Pub(ECKey key) {
    return KeyCodec.P256_PUBLIC_KEY.encode(CompressedPoint.encode(key));
  }

  static ECKey decode(byte[] bytes) throws InvalidDidException {
    if (KeyCodec.JWK_JCS_PUBLIC_KEY.isEncoded(bytes)) {
      return CanonicalJwk.decode(keyAfter(KeyCodec.JWK_JCS_PUBLIC_KEY, bytes));
    }
    if (KeyCodec.P256_PUBLIC_KEY.isEncoded(bytes)) {
      return CompressedPoint.decode(keyAfter(KeyCodec.P256_PUBLIC_KEY, bytes));
    }
    throw new InvalidDidException("its key has the multicodec "
        + codeOf(bytes)
        + "; known here are 0xeb51 (jwk_jcs-pub) and 0x1200 (p256-pub)");
  }

  /** What follows the code, be it nothing, which the library's own decoder takes for a mistake. */
  private static byte[] keyAfter(Multicodec codec, byte[] bytes) {
    return Arrays.copyOfRange(bytes, codec.varint().length, bytes.length);
  }

  private static String codeOf(byte[] bytes) {
    try {
      return "0x" + Long.toHexString(UVarInt.decode(bytes));
    } catch (RuntimeException e) {
      return "(none)";
    }
  }
}
