package dev.authmock.sdk.wallet;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;

/** Makes a {@code state} or a {@code nonce}: 128 random bits. */
final class Opaque {

  /** Seeds itself once, and may be used by many threads. */
  private static final SecureRandom RANDOM = new SecureRandom();

  private Opaque() {}

  static String fresh() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64URL.encode(bytes).toString();
  }
}
