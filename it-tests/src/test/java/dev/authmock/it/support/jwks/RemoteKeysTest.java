package dev.authmock.it.support.jwks;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.Refusal;
import dev.authmock.it.support.ServiceTest;

/** Service wallets whose keys are at a {@code jwks_uri}. */
public abstract class RemoteKeysTest extends ServiceTest {

  /** Registers a service wallet with a key of its own, whose keys are to be had there. */
  protected final RemoteWallet walletAt(String jwksUri) {
    return walletAt(jwksUri, Keys.ec("key-1"));
  }

  /** Registers a service wallet with this key, whose keys are to be had there. */
  protected final RemoteWallet walletAt(String jwksUri, ECKey key) {
    return new RemoteWallet(sdk, clients.unregistered(key), jwksUri);
  }

  /** Asserts that this request gives a token. */
  protected final void assertAccepted(Form form) {
    Exchange answer = http.token(form);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  /** Asserts that this request does not authenticate the client, by this rule. */
  protected final Refusal assertUnauthorized(Form form, String check) {
    return assertThatProblem(http.token(form)).is(Kind.UNAUTHORIZED, "invalid_client", check);
  }

  /**
   * Asserts that a wallet can't be authenticated by its keys there, within the 5 seconds that any
   * request gets, and that its code is good all the same.
   */
  protected final Refusal assertUnusable(String jwksUri, String check) {
    return assertUnusable(walletAt(jwksUri), check);
  }

  /** The same, of this wallet. */
  protected final Refusal assertUnusable(RemoteWallet remote, String check) {
    String code = remote.mint();
    Refusal refusal = assertUnauthorized(remote.wallet().form(code), check);
    remote.bringKeys();
    assertAccepted(remote.wallet().form(code));
    return refusal;
  }
}
