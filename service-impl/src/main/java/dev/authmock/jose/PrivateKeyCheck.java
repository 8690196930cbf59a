package dev.authmock.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.security.Signature;

/** Finds out before the first token whether a private key belongs to the public key beside it. */
final class PrivateKeyCheck {

  private static final byte[] MESSAGE = {'p', 'a', 'i', 'r'};

  private PrivateKeyCheck() {}

  static void requirePair(ECKey key, CryptoProvider crypto) {
    if (!isPair(key, crypto)) {
      throw new SigningKeysException("The private key of the signing key "
          + key.getKeyID()
          + " does not fit its public point");
    }
  }

  private static boolean isPair(ECKey key, CryptoProvider crypto) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA", crypto.jca());
      signature.initSign(crypto.translate(key.toECPrivateKey()));
      signature.update(MESSAGE);
      byte[] signed = signature.sign();
      signature.initVerify(crypto.translate(key.toECPublicKey()));
      signature.update(MESSAGE);
      return signature.verify(signed);
    } catch (GeneralSecurityException | JOSEException | RuntimeException e) {
      // Without the cause: its message may have parts of the key.
      return false;
    }
  }
}
