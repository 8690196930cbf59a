package dev.authmock.grant;

import java.util.regex.Pattern;

/**
 * A PKCE code verifier, as it came.
 *
 * @param value a secret
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.1">RFC 7636, section 4.1</a>
 */
public record CodeVerifier(String value) {
  private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]*");
  private static final int MIN_LENGTH = 43;
  private static final int MAX_LENGTH = 128;

  /** Whether it has the length and the characters of a verifier. */
  public boolean isWellFormed() {
    return value.length() >= MIN_LENGTH
        && value.length() <= MAX_LENGTH
        && hasOnlyAllowedCharacters();
  }

  /** Whether all its characters are unreserved ones. */
  public boolean hasOnlyAllowedCharacters() {
    return UNRESERVED.matcher(value).matches();
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "CodeVerifier";
  }
}
