package dev.authmock.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import dev.authmock.json.JsonWriting;
import dev.authmock.server.Base64Url;
import dev.authmock.server.Late;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Signs JWTs with the key of this server; safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-7.1">RFC 7519 §7.1</a>
 */
public final class JwtSigner {
  private final Late<Ready> ready;
  private final SigningTimes times;

  public JwtSigner(SigningKeys keys, CryptoProvider crypto) {
    this(new Late<>(() -> Ready.of(keys, crypto)), new SigningTimes());
  }

  private JwtSigner(Late<Ready> ready, SigningTimes times) {
    this.ready = ready;
    this.times = times;
  }

  /** Signs with the same key, under another name of it. */
  public JwtSigner withKeyId(String kid) {
    return withKeyId(() -> kid);
  }

  /** Signs with the same key, under another name that may come from that key. */
  public JwtSigner withKeyId(Supplier<String> kid) {
    return new JwtSigner(new Late<>(() -> ready.get().withKeyId(kid.get())), times);
  }

  /** Makes sure that it can sign, before anything is used up for what is to be signed. */
  public void requireReady() {
    ready.get();
  }

  /** How long it has taken to sign, under whatever name of the key. */
  public SigningTimes times() {
    return times;
  }

  /**
   * The compact JWS of those claims.
   *
   * @param claims JSON types only: strings, numbers, booleans, nulls, collections and maps of them
   */
  public String sign(Map<String, ?> claims) {
    Ready now = ready.get();
    byte[] signingInput = now.signingInput(Base64Url.ascii(JsonWriting.bytes(claims)));
    try {
      long start = System.nanoTime();
      Base64URL signature = now.signer.sign(now.header, signingInput);
      times.add(System.nanoTime() - start);
      return new String(signingInput, StandardCharsets.ISO_8859_1) + '.' + signature;
    } catch (JOSEException e) {
      throw new CryptoProviderException("The crypto provider failed to sign", e);
    }
  }

  /** A header, and what signs it: the same for all JWTs under one name of the key. */
  private record Ready(JWSHeader header, byte[] headerAndDot, ECDSASigner signer) {

    static Ready of(SigningKeys keys, CryptoProvider crypto) {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
          .type(JOSEObjectType.JWT)
          .keyID(keys.keyId())
          .build();
      return of(header, signer(keys, crypto));
    }

    private static Ready of(JWSHeader header, ECDSASigner signer) {
      String encoded = header.toBase64URL() + ".";
      return new Ready(header, encoded.getBytes(StandardCharsets.US_ASCII), signer);
    }

    byte[] signingInput(byte[] encodedPayload) {
      byte[] input = Arrays.copyOf(headerAndDot, headerAndDot.length + encodedPayload.length);
      System.arraycopy(encodedPayload, 0, input, headerAndDot.length, encodedPayload.length);
      return input;
    }

    Ready withKeyId(String kid) {
      return of(new JWSHeader.Builder(header).keyID(kid).build(), signer);
    }

    private static ECDSASigner signer(SigningKeys keys, CryptoProvider crypto) {
      try {
        ECDSASigner signer =
            new ECDSASigner(crypto.translate(keys.signing().toECPrivateKey()), Curve.P_256);
        signer.getJCAContext().setProvider(crypto.jca());
        // Else nimbus makes one for each signature.
        signer.getJCAContext().setSecureRandom(new SecureRandom());
        return signer;
      } catch (JOSEException e) {
        // Without the cause: its message may have parts of the key.
        throw new CryptoProviderException("The signing key can't be made ready to sign");
      }
    }
  }
}
