package dev.authmock.token;

/**
 * The tokens of one redemption.
 *
 * @param accessToken a signed JWT
 * @param idToken a signed JWT
 * @param nonce the c_nonce, for the wallet's next proof of possession
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
 */
record IssuedTokens(String accessToken, String idToken, String nonce) {
  /** Lifetime of the tokens and of the c_nonce in seconds. */
  static final int LIFETIME_SECONDS = 86400;

  /** Says nothing of the tokens. */
  @Override
  public String toString() {
    return "IssuedTokens";
  }
}
