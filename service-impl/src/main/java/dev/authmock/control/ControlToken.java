package dev.authmock.control;

import dev.authmock.server.Sha256;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The control token, of which only the digest is kept. */
@Singleton
public class ControlToken {
  private final byte @Nullable [] digest;

  ControlToken(ControlConfiguration configuration) {
    String token = configuration.getToken();
    this.digest = token == null ? null : Sha256.of(token);
  }

  /** Whether there is one; without, callers on this machine need none. */
  public boolean isConfigured() {
    return digest != null;
  }

  /** Whether this is the one; how long it takes says nothing of the token. */
  public boolean is(@Nullable String token) {
    return digest != null && token != null && MessageDigest.isEqual(Sha256.of(token), digest);
  }
}
