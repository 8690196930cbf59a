package dev.authmock.sdk.wallet;

import dev.authmock.sdk.conformance.model.DirectPostForm;

/**
 * A wallet's answer to a {@link WalletRequest}.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html">OpenID4VP,
 *     section 6.2, response mode {@code direct_post}</a>
 */
public sealed interface WalletAnswer permits IdToken, VpToken {

  /**
   * The answer as it is posted.
   *
   * @param state the {@code state} of the request
   * @return the form for {@link dev.authmock.sdk.AuthMockClient#directPost(DirectPostForm)}
   */
  DirectPostForm toForm(String state);
}
