package dev.authmock.sdk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The PIN that goes with a pre-authorized code, 1 to 8 digits.
 *
 * @param digits the digits 0-9, leading zeros included; a secret, which {@link #toString()} hides
 * @see <a href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html">
 *     OpenID4VCI draft 11, section 6.1, {@code user_pin}</a>
 */
public record UserPin(String digits) {

  private static final int DERIVED_LENGTH = 4;

  /**
   * Takes a PIN as it stands.
   *
   * @throws IllegalArgumentException unless it is 1 to 8 digits 0-9
   */
  public UserPin {
    if (!digits.matches("[0-9]{1,8}")) {
      throw new IllegalArgumentException("a user PIN is 1 to 8 digits 0-9");
    }
  }

  /**
   * A PIN that is known, say, from an offer or from {@code mintPreAuthorizedCode}.
   *
   * @param digits 1 to 8 digits 0-9
   * @return the PIN
   * @throws IllegalArgumentException if it is anything else
   */
  public static UserPin of(String digits) {
    return new UserPin(digits);
  }

  /**
   * The PIN of the EBSI holder wallet tests: of the SHA-256 of the wallet's DID the last 4 bytes,
   * each modulo 10.
   *
   * @param did the DID of the wallet, for example {@code did:key:z2dm…}
   * @return a PIN of 4 digits
   * @throws IllegalArgumentException if it does not start with {@code did:}
   */
  public static UserPin derivedFrom(String did) {
    if (!did.startsWith("did:")) {
      throw new IllegalArgumentException("the PIN is derived from a DID, which starts with did:");
    }
    byte[] hash = Sha256.of(did.getBytes(StandardCharsets.UTF_8));
    byte[] tail = Arrays.copyOfRange(hash, hash.length - DERIVED_LENGTH, hash.length);
    return new UserPin(IntStream.range(0, tail.length)
        .mapToObj(i -> Integer.toString(Byte.toUnsignedInt(tail[i]) % 10))
        .collect(Collectors.joining()));
  }

  /** Tells what this is, and not the digits. */
  @Override
  public String toString() {
    return "UserPin[hidden]";
  }
}
