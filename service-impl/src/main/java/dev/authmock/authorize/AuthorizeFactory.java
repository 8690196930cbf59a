package dev.authmock.authorize;

import dev.authmock.grant.InMemoryExpiringStore;
import dev.authmock.grant.StoreConfiguration;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the store of this room. */
@Factory
class AuthorizeFactory {

  @Singleton
  InMemoryExpiringStore<WalletRequest> walletRequests(
      StoreConfiguration configuration, Clock clock) {
    return new InMemoryExpiringStore<>("requests to wallets", configuration.getMaxEntries(), clock);
  }
}
