package dev.authmock.grant;

import java.time.Instant;

/**
 * The c_nonces of each access token: the first stands in the token itself, others are given with the
 * answers of the credential endpoint; each is good for one credential.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.2">OpenID4VCI
 *     draft 11, section 7.2</a>
 */
public interface CredentialNonces {
  /** How many c_nonces of one access token are outstanding at the most; older ones give way. */
  int MAX_OUTSTANDING = 8;

  /** How long a c_nonce is said to be good at the most, however long its access token is. */
  int MAX_LIFETIME_SECONDS = 86400;

  /** What a c_nonce is when it is used. */
  enum Use {
    /** It was good, and by this one use is so no more. */
    TAKEN,
    /** An earlier request took it. */
    ALREADY_TAKEN,
    /** It is not, or no longer, one of this access token. */
    UNKNOWN
  }

  /**
   * Takes a c_nonce, as one atomic operation.
   *
   * @param token the access token, by its {@code jti}
   * @param first the c_nonce in the token
   * @param nonce the c_nonce that was sent
   * @param until when the token ends, and all of this can be forgotten
   * @throws dev.authmock.check.RefusedException if there is no room to remember it
   */
  Use take(String token, String first, String nonce, Instant until);

  /**
   * Gives a fresh one, beside those that were given and not taken yet.
   *
   * @param token the access token, by its {@code jti}
   * @param first the c_nonce in the token
   * @param until when the token ends
   * @throws dev.authmock.check.RefusedException if there is no room to remember it
   */
  String fresh(String token, String first, Instant until);

  /**
   * Gives one to try again with to the sender of a request that was refused. Of these too only the
   * newest are good; but they push none of the others out, so that no number of refused requests
   * takes a c_nonce from the wallet.
   *
   * @param token the access token, by its {@code jti}
   * @param first the c_nonce in the token
   * @param until when the token ends
   * @throws dev.authmock.check.RefusedException if there is no room to remember it
   */
  String spare(String token, String first, Instant until);
}
