package dev.authmock.sdk.wallet;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.sdk.AuthMockClient;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link HolderWallet}. */
public final class HolderWalletBuilder extends WalletBuilder<HolderWalletBuilder> {

  private @Nullable WalletIdentity identity;

  HolderWalletBuilder(AuthMockClient client) {
    super(client, "openid://callback", "openid:");
  }

  @Override
  HolderWalletBuilder self() {
    return this;
  }

  /**
   * Sets the key of the wallet, whose {@code did:key} in EBSI's form becomes its DID.
   *
   * @param key a private P-256 key; a fresh one if not set
   * @return this builder
   * @throws IllegalArgumentException if the key has no private part, or is not on the curve P-256
   */
  public HolderWalletBuilder key(ECKey key) {
    return identity(WalletIdentity.ofDidKey(key));
  }

  /**
   * Sets who the wallet is.
   *
   * @param identity its DID and its key; a {@code did:key} of a fresh key if not set
   * @return this builder
   */
  public HolderWalletBuilder identity(WalletIdentity identity) {
    this.identity = identity;
    return this;
  }

  /**
   * Makes the wallet. Nothing is sent yet.
   *
   * @return a wallet with these settings, which holds no credential
   */
  public HolderWallet build() {
    return new HolderWallet(this, identity == null ? WalletIdentity.generate() : identity);
  }
}
