package dev.authmock.metrics;

import dev.authmock.check.RefusedException;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.CryptoProviderException;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.MalformedJwtException;
import dev.authmock.jose.PublishedKeys;
import dev.authmock.jose.SignedJwt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Finds out by a real signature whether this server can sign; at most once in some seconds. */
@Singleton
class SigningHealth {
  private static final long GOOD_FOR = Duration.ofSeconds(5).toNanos();

  private final JwtSigner signer;
  private final PublishedKeys keys;
  private final CryptoProvider crypto;
  private boolean works;
  private boolean isKnown;
  private long since;

  SigningHealth(JwtSigner signer, PublishedKeys keys, CryptoProvider crypto) {
    this.signer = signer;
    this.keys = keys;
    this.crypto = crypto;
  }

  /** Whether a signature of this server verifies. */
  synchronized boolean works() {
    // Not by the server's clock, which a tester may have stopped.
    long now = System.nanoTime();
    if (!isKnown || now - since > GOOD_FOR) {
      works = tried();
      isKnown = true;
      since = now;
    }
    return works;
  }

  /** The provider that signs. */
  String provider() {
    return crypto.name();
  }

  private boolean tried() {
    try {
      return keys.verify(SignedJwt.parse(signer.sign(Map.of())));
    } catch (CryptoProviderException | MalformedJwtException | RefusedException e) {
      return false;
    }
  }
}
