package dev.authmock.grant;

import dev.authmock.server.Base64Url;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes values that nobody can guess: codes, nonces, registration access tokens. */
@Singleton
public final class OpaqueTokens {
  private static final int BYTES = 24;

  private final SecureRandom random;

  /** Draws from this source of randomness. */
  public OpaqueTokens(SecureRandom random) {
    this.random = random;
  }

  /** 192 random bits as 32 characters of base64url. */
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64Url.of(bytes);
  }
}
