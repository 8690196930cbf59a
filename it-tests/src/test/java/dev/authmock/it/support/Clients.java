package dev.authmock.it.support;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** Registers service wallets. */
public final class Clients {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final AuthMockClient sdk;
  private final Clock clock;

  Clients(AuthMockClient sdk, Clock clock) {
    this.sdk = sdk;
    this.clock = clock;
  }

  /** A client_id that nobody else has. */
  public String freshId() {
    return "https://issuer-" + COUNT.incrementAndGet() + ".example/auth";
  }

  /** Registers a service wallet that brings its key along. */
  public Wallet register() {
    return register(Keys.ec("key-1"));
  }

  /** Registers a service wallet under this client_id. */
  public Wallet register(String clientId) {
    return register(new Wallet(clientId, Keys.ec("key-1"), sdk.issuer(), clock));
  }

  /** Registers a service wallet that brings this key along. */
  public Wallet register(ECKey key) {
    return register(unregistered(key));
  }

  private Wallet register(Wallet wallet) {
    ECKey key = wallet.key();
    sdk.register(
        new ClientMetadata().clientId(URI.create(wallet.clientId())).jwks(PublicKeys.of(key)));
    return wallet;
  }

  /** Registers a service wallet whose keys are at a URL. */
  public Wallet registerWithJwksUri(ECKey key, String jwksUri) {
    Wallet wallet = unregistered(key);
    sdk.register(
        new ClientMetadata().clientId(URI.create(wallet.clientId())).jwksUri(URI.create(jwksUri)));
    return wallet;
  }

  /** A service wallet that nobody registered. */
  public Wallet unregistered(ECKey key) {
    return new Wallet(freshId(), key, sdk.issuer(), clock);
  }
}
