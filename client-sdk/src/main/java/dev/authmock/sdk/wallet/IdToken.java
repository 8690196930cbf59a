package dev.authmock.sdk.wallet;

import dev.authmock.sdk.conformance.model.DirectPostForm;

/**
 * A self-issued ID token, by which a wallet shows that it has the key of its DID.
 *
 * @param serialized the JWT; a secret while it has not expired, which {@link #toString()} hides
 * @see <a href="https://openid.net/specs/openid-connect-self-issued-v2-1_0.html#section-11">SIOPv2,
 *     section 11</a>
 */
public record IdToken(String serialized) implements WalletAnswer {

  /**
   * Signs the ID token that a request asks for, good for 5 minutes from now.
   *
   * @param identity who the wallet is
   * @param request the server's request
   * @return the signed ID token
   */
  public static IdToken sign(WalletIdentity identity, WalletRequest request) {
    return builder(identity, request).sign();
  }

  /**
   * An ID token that was made elsewhere, say, a faulty one that is to be refused.
   *
   * @param serialized the {@code id_token} to send, as it stands
   * @return the ID token
   */
  public static IdToken of(String serialized) {
    return new IdToken(serialized);
  }

  /**
   * Starts an ID token that differs from what {@link #sign(WalletIdentity, WalletRequest)} makes.
   *
   * @param identity who the wallet is
   * @param request the server's request
   * @return a builder, with {@code iss} and {@code sub} the DID, {@code aud} the server, and the
   *     request's {@code nonce}
   */
  public static JwtBuilder<IdToken> builder(WalletIdentity identity, WalletRequest request) {
    return new JwtBuilder<>("JWT", identity.kid(), identity.key(), IdToken::new)
        .claim("iss", identity.did())
        .claim("sub", identity.did())
        .claim("aud", request.clientId())
        .claim("nonce", request.nonce());
  }

  @Override
  public DirectPostForm toForm(String state) {
    return new DirectPostForm().state(state).idToken(serialized);
  }

  /** Tells what this is, and not the JWT. */
  @Override
  public String toString() {
    return "IdToken[hidden]";
  }
}
