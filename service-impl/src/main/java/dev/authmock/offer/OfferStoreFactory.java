package dev.authmock.offer;

import dev.authmock.grant.InMemoryExpiringStore;
import dev.authmock.grant.StoreConfiguration;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the store of offers that this process uses. */
@Factory
class OfferStoreFactory {

  @Singleton
  InMemoryExpiringStore<StoredOffer> offers(StoreConfiguration configuration, Clock clock) {
    return new InMemoryExpiringStore<>("credential offers", configuration.getMaxEntries(), clock);
  }
}
