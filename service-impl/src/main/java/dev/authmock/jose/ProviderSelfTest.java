package dev.authmock.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** One real signature, made and verified, since a provider's word alone has proved too little. */
final class ProviderSelfTest {

  private static final byte[] MESSAGE = {'E', 'S', '2', '5', '6'};

  private ProviderSelfTest() {}

  static void run(Provider provider) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    KeyFactory factory = KeyFactory.getInstance("EC", provider);

    Signature signature = Signature.getInstance("SHA256withECDSA", provider);
    signature.initSign((PrivateKey) factory.translateKey(pair.getPrivate()));
    signature.update(MESSAGE);
    byte[] signed = signature.sign();

    signature.initVerify((PublicKey) factory.translateKey(pair.getPublic()));
    signature.update(MESSAGE);
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("it does not verify its own signature");
    }
    signature.initVerify((PublicKey) factory.translateKey(pair.getPublic()));
    signature.update(new byte[MESSAGE.length]);
    if (signature.verify(signed)) {
      throw new GeneralSecurityException("it verifies a signature of another message");
    }
  }
}
