package dev.authmock.sdk.wallet;

import com.apicatalog.multibase.Multibase;
import com.apicatalog.multicodec.Multicodec;
import com.apicatalog.multicodec.codec.KeyCodec;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;

/**
 * A DID that is a P-256 public key: {@code did:key:} and the key in base58.
 *
 * @param did the DID
 * @param publicKey the key, without a private part and without a {@code kid}
 * @see <a href="https://w3c-ccg.github.io/did-method-key/">The did:key method</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, the canonical JSON of {@code
 *     jwk_jcs-pub}</a>
 */
public record DidKey(String did, ECKey publicKey) {

  private static final String METHOD = "did:key:";

  /** EBSI's form for natural persons: the canonical JSON of the JWK. */
  private static final Multicodec JWK_JCS_PUB = KeyCodec.JWK_JCS_PUBLIC_KEY;

  /** The other form that is seen: the compressed point. */
  private static final Multicodec P256_PUB = KeyCodec.P256_PUBLIC_KEY;

  /**
   * The DID of a key in EBSI's form, {@code jwk_jcs-pub}.
   *
   * @param key a P-256 key; a private part is not looked at
   * @return the DID
   * @throws IllegalArgumentException if the key is on another curve
   */
  public static DidKey of(ECKey key) {
    ECKey publicKey = bare(key);
    return new DidKey(encode(JWK_JCS_PUB, canonicalJson(publicKey)), publicKey);
  }

  /**
   * The DID of a key in the shorter form, {@code p256-pub}.
   *
   * @param key a P-256 key; a private part is not looked at
   * @return the DID
   * @throws IllegalArgumentException if the key is on another curve
   */
  public static DidKey compressed(ECKey key) {
    ECKey publicKey = bare(key);
    return new DidKey(encode(P256_PUB, CompressedPoint.of(publicKey)), publicKey);
  }

  /**
   * Reads a DID of either form.
   *
   * @param did for example {@code did:key:z2dm…}
   * @return the DID with its key
   * @throws IllegalArgumentException if it is no {@code did:key} of a P-256 key, or is not written
   *     in the one canonical way
   */
  public static DidKey parse(String did) {
    if (!did.startsWith(METHOD + "z")) {
      throw new IllegalArgumentException("not a did:key in base58btc, which starts with did:key:z");
    }
    byte[] bytes = Multibase.BASE_58_BTC.decode(did.substring(METHOD.length()));
    DidKey parsed;
    if (JWK_JCS_PUB.isEncoded(bytes)) {
      parsed = of(jwk(JWK_JCS_PUB.decode(bytes)));
    } else if (P256_PUB.isEncoded(bytes)) {
      parsed = compressed(CompressedPoint.parse(P256_PUB.decode(bytes)));
    } else {
      throw new IllegalArgumentException("a did:key that is neither jwk_jcs-pub nor p256-pub");
    }
    if (!parsed.did.equals(did)) {
      throw new IllegalArgumentException("a did:key whose key is not in its canonical form");
    }
    return parsed;
  }

  /**
   * The one verification method of the DID document.
   *
   * @return the DID, {@code #}, and what follows {@code did:key:} in it; the {@code kid} of what
   *     the key signs
   */
  public String verificationMethod() {
    return did + "#" + did.substring(METHOD.length());
  }

  /** Tells the DID, which is the key. */
  @Override
  public String toString() {
    return did;
  }

  private static String encode(Multicodec codec, byte[] key) {
    return METHOD + Multibase.BASE_58_BTC.encode(codec.encode(key));
  }

  private static byte[] canonicalJson(ECKey key) {
    // The required members of a JWK come sorted, and base64url needs no escapes: that is RFC 8785.
    return JSONObjectUtils.toJSONString(key.getRequiredParams()).getBytes(StandardCharsets.UTF_8);
  }

  private static ECKey jwk(byte[] json) {
    try {
      Map<String, Object> jwk = JSONObjectUtils.parse(new String(json, StandardCharsets.UTF_8));
      if (jwk == null) {
        // The library takes the JSON null for an object.
        throw new ParseException("null", 0);
      }
      return ECKey.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalArgumentException("a did:key whose JWK can't be read", e);
    }
  }

  private static ECKey bare(ECKey key) {
    if (!Curve.P_256.equals(key.getCurve())) {
      throw new IllegalArgumentException("a key on the curve P-256 is needed");
    }
    return new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build();
  }
}
