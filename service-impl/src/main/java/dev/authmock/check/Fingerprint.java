package dev.authmock.check;

import dev.authmock.server.Sha256;
import java.util.HexFormat;

/** Shows a secret so that two of them can be told apart, and neither can be used. */
public final class Fingerprint {
  private static final int SHOWN_BYTES = 4;
  private static final int MIN_UNGUESSABLE = 16;

  private Fingerprint() {}

  /** Length and, of a secret too long to be guessed, the first bytes of the SHA-256. */
  public static String of(String secret) {
    if (secret.length() < MIN_UNGUESSABLE) {
      return ofLength(secret);
    }
    String begin = HexFormat.of().formatHex(Sha256.of(secret), 0, SHOWN_BYTES);
    return ofLength(secret) + ", sha-256 begins " + begin;
  }

  /** Length only, for secrets that a digest would give away. */
  public static String ofLength(String secret) {
    return "secret, " + secret.length() + (secret.length() == 1 ? " character" : " characters");
  }
}
