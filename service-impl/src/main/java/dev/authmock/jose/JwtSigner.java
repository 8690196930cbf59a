package dev.authmock.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Signs JWTs with the key of this server; safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-7.1">RFC 7519 §7.1</a>
 */
public final class JwtSigner {

  private final JWSHeader header;
  private final String encodedHeader;
  private final ECDSASigner signer;
  private final SigningTimes times;

  public JwtSigner(SigningKeys keys, CryptoProvider crypto) {
    this(
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(JOSEObjectType.JWT)
            .keyID(keys.keyId())
            .build(),
        signer(keys, crypto),
        new SigningTimes());
  }

  private JwtSigner(JWSHeader header, ECDSASigner signer, SigningTimes times) {
    this.header = header;
    this.encodedHeader = header.toBase64URL().toString();
    this.signer = signer;
    this.times = times;
  }

  /** Signs with the same key, under another name of it. */
  public JwtSigner withKeyId(String kid) {
    return new JwtSigner(new JWSHeader.Builder(header).keyID(kid).build(), signer, times);
  }

  /** How long it has taken to sign, under whatever name of the key. */
  public SigningTimes times() {
    return times;
  }

  /**
   * The compact JWS of those claims.
   *
   * @param claims JSON types only: strings, numbers, booleans, lists and maps of them
   */
  public String sign(Map<String, ?> claims) {
    String signingInput =
        encodedHeader + '.' + Base64URL.encode(JSONObjectUtils.toJSONString(claims));
    try {
      long start = System.nanoTime();
      Base64URL signature = signer.sign(header, signingInput.getBytes(StandardCharsets.US_ASCII));
      times.add(System.nanoTime() - start);
      return signingInput + '.' + signature;
    } catch (JOSEException e) {
      throw new CryptoProviderException("The crypto provider failed to sign", e);
    }
  }

  private static ECDSASigner signer(SigningKeys keys, CryptoProvider crypto) {
    try {
      ECDSASigner signer =
          new ECDSASigner(crypto.translate(keys.signing().toECPrivateKey()), Curve.P_256);
      signer.getJCAContext().setProvider(crypto.jca());
      return signer;
    } catch (JOSEException e) {
      // Without the cause: its message may have parts of the key.
      throw new CryptoProviderException("The signing key can't be made ready to sign");
    }
  }
}
