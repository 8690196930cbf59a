package dev.authmock.metrics;

import dev.authmock.check.RefusedException;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.CryptoProviderException;
import dev.authmock.jose.GeneratedKeys;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.MalformedJwtException;
import dev.authmock.jose.PublishedKeys;
import dev.authmock.jose.SignedJwt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Finds out by a real signature whether this server can sign; while it can, once in some seconds. */
@Singleton
class SigningHealth {
  private static final long GOOD_FOR = Duration.ofSeconds(5).toNanos();

  private final JwtSigner signer;
  private final PublishedKeys keys;
  private final CryptoProvider crypto;
  private final GeneratedKeys generated;
  private boolean worked;
  private long since;

  SigningHealth(
      JwtSigner signer, PublishedKeys keys, CryptoProvider crypto, GeneratedKeys generated) {
    this.signer = signer;
    this.keys = keys;
    this.crypto = crypto;
    this.generated = generated;
  }

  /** Why this server can't sign, or not for the other nodes; empty if it can. */
  Optional<String> flaw() {
    return flawOfSigning().or(generated::flaw);
  }

  private synchronized Optional<String> flawOfSigning() {
    // Not by the server's clock, which a tester may have stopped.
    long now = System.nanoTime();
    if (worked && now - since <= GOOD_FOR) {
      return Optional.empty();
    }
    Optional<String> flaw = tried();
    worked = flaw.isEmpty();
    since = now;
    return flaw;
  }

  /** The provider that signs. */
  String provider() {
    return crypto.name();
  }

  private Optional<String> tried() {
    try {
      if (keys.verify(SignedJwt.parse(signer.sign(Map.of())))) {
        return Optional.empty();
      }
    } catch (RefusedException e) {
      return Optional.of(
          "the signing keys are in Redis, and not read yet: " + e.difference().actual());
    } catch (CryptoProviderException | MalformedJwtException e) {
      // It makes none, be it for this reason or another.
    }
    return Optional.of(crypto.name() + " makes no ES256 signature that verifies");
  }
}
