package dev.authmock.junit;

import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.control.model.MintedPreAuthorizedCode;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.util.Objects;

/** Requests to a mock, to see that it is alive. */
final class Requests {

  private Requests() {}

  /** Redeems a code at this mock. */
  static void redeem(AuthMock mock) {
    mock.client().redeem(grant(mock));
  }

  /** A code that is there to be redeemed. */
  static PreAuthorizedCodeGrant grant(AuthMock mock) {
    MintedPreAuthorizedCode minted =
        mock.mintPreAuthorizedCode(WalletIdentity.generate().did());
    return PreAuthorizedCodeGrant.of(minted.getPreAuthorizedCode())
        .withUserPin(UserPin.of(Objects.requireNonNull(minted.getUserPin())));
  }
}
