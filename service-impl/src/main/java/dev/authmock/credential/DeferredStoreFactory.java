package dev.authmock.credential;

import dev.authmock.grant.InMemorySingleUseStore;
import dev.authmock.grant.StoreConfiguration;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the store of deferred credentials that this process uses. */
@Factory
class DeferredStoreFactory {

  @Singleton
  InMemorySingleUseStore<DeferredCredential> deferredCredentials(
      StoreConfiguration configuration, Clock clock) {
    return new InMemorySingleUseStore<>(
        "deferred credentials", configuration.getMaxEntries(), clock);
  }
}
