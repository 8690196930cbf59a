package dev.authmock.sdk;

import org.jspecify.annotations.Nullable;

/**
 * The Auth Mock refused to issue a credential, or has not issued it yet.
 *
 * <p>Its {@link #problem()} has the error, its description, the check and the instance; a title and
 * a detail are not given at these endpoints.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html">
 *     OpenID4VCI draft 11, sections 7.3.1 and 9.3</a>
 */
public final class CredentialException extends AuthMockException {

  private static final long serialVersionUID = 1L;

  /** The error of a deferred credential that is to be asked for again. */
  private static final String PENDING = "issuance_pending";

  CredentialException(ProblemDetails problem) {
    super(problem);
  }

  /**
   * The error code.
   *
   * @return for example {@code invalid_or_missing_proof}; null if the answer has none
   */
  public @Nullable String error() {
    return problem().error();
  }

  /**
   * A fresh nonce for the next proof of possession.
   *
   * @return the {@code c_nonce}; null unless the error is {@code invalid_or_missing_proof}
   */
  public @Nullable String cNonce() {
    return problem().extensions().get("c_nonce") instanceof String nonce ? nonce : null;
  }

  /**
   * Whether the credential is still to come.
   *
   * @return whether the error is {@code issuance_pending}
   */
  public boolean isPending() {
    return PENDING.equals(error());
  }
}
