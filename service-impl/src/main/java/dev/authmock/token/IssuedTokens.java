package dev.authmock.token;

import dev.authmock.grant.CredentialNonces;

/**
 * The tokens of one redemption.
 *
 * @param accessToken a signed JWT
 * @param idToken a signed JWT
 * @param nonce the c_nonce, for the wallet's next proof of possession
 * @param lifetime how long the tokens are good, in seconds
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
 */
record IssuedTokens(String accessToken, String idToken, String nonce, int lifetime) {
  /** How long tokens are good where nobody wants it otherwise, in seconds. */
  static final int LIFETIME_SECONDS = 86400;

  /** How long the c_nonce is said to be good with tokens of that lifetime. */
  static int nonceLifetime(int lifetime) {
    return Math.min(lifetime, CredentialNonces.MAX_LIFETIME_SECONDS);
  }

  /** Says nothing of the tokens. */
  @Override
  public String toString() {
    return "IssuedTokens";
  }
}
