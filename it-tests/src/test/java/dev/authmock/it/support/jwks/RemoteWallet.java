package dev.authmock.it.support.jwks;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.RegistrationAccess;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import java.net.URI;

/** A service wallet that was registered with a {@code jwks_uri}. */
public final class RemoteWallet {
  private final AuthMockClient sdk;
  private final Wallet wallet;
  private final RegistrationAccess registration;

  /** Registers the wallet. */
  public RemoteWallet(AuthMockClient sdk, Wallet unregistered, String jwksUri) {
    this.sdk = sdk;
    this.wallet = unregistered;
    this.registration =
        RegistrationAccess.of(sdk.register(metadata().jwksUri(URI.create(jwksUri))));
  }

  /** The wallet, with the key that it signs with. */
  public Wallet wallet() {
    return wallet;
  }

  /** A code of this wallet. */
  public String mint() {
    return sdk.control()
        .mintAuthorizationCode(new AuthorizationCodeOrder().clientId(wallet.clientId()))
        .getCode();
  }

  /** A good token request with a fresh code. */
  public Form form() {
    return wallet.form(mint());
  }

  /** The same, signed with another key than the one that it began with. */
  public Form formSignedBy(ECKey key) {
    return wallet.signingWith(key).form(mint());
  }

  /** Gives its keys to the server, in the place of the URL. */
  public void bringKeys() {
    sdk.replaceRegistration(registration, metadata().jwks(PublicKeys.of(wallet.key())));
  }

  private ClientMetadata metadata() {
    return new ClientMetadata().clientId(URI.create(wallet.clientId()));
  }
}
