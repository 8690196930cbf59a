package dev.authmock.it.support;

import dev.authmock.sdk.AuthMockControl;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.MintedPreAuthorizedCode;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;

/** Mints codes through the control API. */
public final class Codes {
  /** The holder wallet of protocol.md, whose derived PIN is 5910. */
  public static final String HOLDER =
      "did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbsDbVZXdb3jzCagESyY4EE2x7Yjx3gNwctoEuRCKKDrdNP3HPFtG8RTvBiYStT5ghBHhHizH2Dy6xQtW3Pd2SecizL9b2jzDCMr7Ka5cRAWZFwvqwAtwTT7xet769y9ERh6";

  /** The PIN that is derived from {@link #HOLDER}. */
  public static final String DERIVED_PIN = "5910";

  private final AuthMockControl control;

  Codes(AuthMockControl control) {
    this.control = control;
  }

  /** A code for a service wallet, with nothing bound to it. */
  public String forWallet(Wallet wallet) {
    return forWallet(wallet.clientId());
  }

  /** A code for a service wallet, with nothing bound to it. */
  public String forWallet(String clientId) {
    return minted(new AuthorizationCodeOrder().clientId(clientId));
  }

  /** A code for {@link #HOLDER} with a PKCE challenge. */
  public String forHolder(Pkce pkce) {
    return minted(new AuthorizationCodeOrder().clientId(HOLDER).codeChallenge(pkce.challenge()));
  }

  /** A code to order. */
  public String minted(AuthorizationCodeOrder order) {
    return control.mintAuthorizationCode(order).getCode();
  }

  /** A pre-authorized code for {@link #HOLDER}, asking for its derived PIN. */
  public String preAuthorized() {
    return minted(new PreAuthorizedCodeOrder().clientId(HOLDER)).getPreAuthorizedCode();
  }

  /** A pre-authorized code for {@link #HOLDER}, asking for no PIN. */
  public String preAuthorizedWithoutPin() {
    return minted(new PreAuthorizedCodeOrder().clientId(HOLDER).userPinRequired(false))
        .getPreAuthorizedCode();
  }

  /** A pre-authorized code to order. */
  public MintedPreAuthorizedCode minted(PreAuthorizedCodeOrder order) {
    return control.mintPreAuthorizedCode(order);
  }
}
