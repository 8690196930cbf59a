package dev.authmock.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.nio.charset.StandardCharsets;

/** Signs what {@link JwtSigner} never would. */
final class TestSignature {

  private TestSignature() {}

  static String es256(String signingInput, SigningKeys keys) throws Exception {
    return new ECDSASigner(keys.signing())
        .sign(new JWSHeader(JWSAlgorithm.ES256), signingInput.getBytes(StandardCharsets.US_ASCII))
        .toString();
  }
}
