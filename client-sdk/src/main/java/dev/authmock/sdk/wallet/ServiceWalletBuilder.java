package dev.authmock.sdk.wallet;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link ServiceWallet}. */
public final class ServiceWalletBuilder extends WalletBuilder<ServiceWalletBuilder> {

  private static final String DEFAULT_KEY_ID = "key-1";

  private final String clientId;
  private final ECKey key;
  private @Nullable WalletIdentity identity;
  private @Nullable URI jwksUri;
  private boolean registers = true;

  ServiceWalletBuilder(AuthMockClient client, String clientId, ECKey key) {
    super(client, clientId + "/callback", clientId + "/authorize");
    this.clientId = clientId;
    this.key =
        key.getKeyID() == null ? new ECKey.Builder(key).keyID(DEFAULT_KEY_ID).build() : key;
    WalletIdentity.requireSigningKey(key);
  }

  @Override
  ServiceWalletBuilder self() {
    return this;
  }

  /**
   * Sets who the wallet is.
   *
   * @param identity its DID and its key, say, a {@code did:ebsi}; the {@code did:key} of the
   *     client's key if not set
   * @return this builder
   */
  public ServiceWalletBuilder identity(WalletIdentity identity) {
    this.identity = identity;
    return this;
  }

  /**
   * Registers the wallet with a {@code jwks_uri} in place of its key.
   *
   * @param jwksUri where the caller serves the public keys, as {@link PublicKeys} gives them
   * @return this builder
   */
  public ServiceWalletBuilder jwksUri(URI jwksUri) {
    this.jwksUri = jwksUri;
    return this;
  }

  /**
   * Leaves the registration out: the server knows the client already, or is not to know it.
   *
   * @return this builder
   */
  public ServiceWalletBuilder unregistered() {
    this.registers = false;
    return this;
  }

  /**
   * Makes the wallet, and registers it unless told not to.
   *
   * @return a wallet with these settings, which holds no credential
   * @throws dev.authmock.sdk.AuthMockException if it can't be registered (400)
   */
  public ServiceWallet build() {
    if (registers) {
      ClientMetadata metadata =
          new ClientMetadata().clientId(URI.create(clientId)).redirectUris(List.of(redirectUri));
      client.register(
          jwksUri == null ? metadata.jwks(PublicKeys.of(key)) : metadata.jwksUri(jwksUri));
    }
    return new ServiceWallet(
        this, clientId, key, identity == null ? WalletIdentity.ofDidKey(key) : identity);
  }
}
