package dev.authmock.sdk;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A code verifier and the code challenge that belongs to it: proof that whoever redeems a code is
 * who asked for it.
 *
 * @param verifier the {@code code_verifier}; a secret, which {@link #toString()} hides
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4">RFC 7636, section 4</a>
 */
public record Pkce(String verifier) {

  /** The {@code code_challenge_method}: the challenge is the SHA-256 of the verifier. */
  public static final String S256 = "S256";

  /** RFC 7636, section 4.1: enough for a verifier of 43 characters. */
  private static final int RANDOM_BYTES = 32;

  /** Seeds itself once, and may be used by many threads. */
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /**
   * Takes a verifier as it stands.
   *
   * @throws IllegalArgumentException unless it is 43 to 128 of the characters {@code A-Z a-z 0-9 -
   *     . _ ~} (RFC 7636, section 4.1)
   */
  public Pkce {
    if (!verifier.matches("[A-Za-z0-9._~-]{43,128}")) {
      throw new IllegalArgumentException(
          "a code_verifier is 43 to 128 of the characters A-Z a-z 0-9 - . _ ~ (RFC 7636, 4.1)");
    }
  }

  /**
   * A fresh verifier.
   *
   * @return 43 characters of 256 random bits
   */
  public static Pkce generate() {
    return generate(RANDOM);
  }

  /**
   * A fresh verifier from a source of randomness of one's own.
   *
   * @param random gives the 32 bytes
   * @return the verifier, their 43 characters of base64url
   */
  public static Pkce generate(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new Pkce(BASE64URL.encodeToString(bytes));
  }

  /**
   * A verifier that is known.
   *
   * @param verifier the {@code code_verifier}
   * @return the verifier with its challenge
   * @throws IllegalArgumentException if it has not the form of RFC 7636, section 4.1
   */
  public static Pkce of(String verifier) {
    return new Pkce(verifier);
  }

  /**
   * The {@code code_challenge} for the authorization request.
   *
   * @return the SHA-256 of the verifier in base64url, 43 characters (RFC 7636, section 4.2)
   */
  public String challenge() {
    return BASE64URL.encodeToString(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * The {@code code_challenge_method} for the authorization request.
   *
   * @return always {@code S256}
   */
  public String method() {
    return S256;
  }

  /** Shows the challenge, which is public, and not the verifier. */
  @Override
  public String toString() {
    return "Pkce[challenge=" + challenge() + "]";
  }
}
