package dev.authmock.check;

/**
 * A fresh c_nonce for the sender of a credential request.
 *
 * @param value a secret
 * @param expiresIn its lifetime in seconds from now
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.3.2">OpenID4VCI
 *     draft 11, section 7.3.2</a>
 */
public record OfferedNonce(String value, int expiresIn) {

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "OfferedNonce";
  }
}
