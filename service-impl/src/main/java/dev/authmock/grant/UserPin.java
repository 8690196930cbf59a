package dev.authmock.grant;

import dev.authmock.server.Sha256;
import java.util.regex.Pattern;

/**
 * The PIN that goes with a pre-authorized code.
 *
 * @param digits 1 to 8 digits, a secret
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-6.1">OpenID4VCI
 *     draft 11, section 6.1</a>
 */
public record UserPin(String digits) {
  /** How many wrong PINs end a pre-authorized code. */
  public static final int TRIES = 5;

  private static final Pattern FORM = Pattern.compile("[0-9]{1,8}");
  private static final int DERIVED_DIGITS = 4;

  /** Whether it has the form of a PIN. */
  public boolean isWellFormed() {
    return FORM.matcher(digits).matches();
  }

  /**
   * The PIN that the holder wallet tests derive from the wallet's DID: the last 4 bytes of the
   * SHA-256 of the DID, each modulo 10.
   */
  public static UserPin derivedFrom(String did) {
    byte[] digest = Sha256.of(did);
    StringBuilder pin = new StringBuilder(DERIVED_DIGITS);
    for (int i = digest.length - DERIVED_DIGITS; i < digest.length; i++) {
      pin.append(Byte.toUnsignedInt(digest[i]) % 10);
    }
    return new UserPin(pin.toString());
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "UserPin";
  }
}
