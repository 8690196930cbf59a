package dev.authmock.offer;

import dev.authmock.grant.InMemoryExpiringStore;
import dev.authmock.grant.MemoryConfiguration;
import dev.authmock.grant.RedisExpiringStore;
import dev.authmock.grant.RedisStores;
import dev.authmock.redis.InMemory;
import dev.authmock.redis.InRedis;
import dev.authmock.redis.RedisKind;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the store of offers in memory or shared. */
@Factory
class OfferStoreFactory {

  @Singleton
  @InMemory
  InMemoryExpiringStore<StoredOffer> offers(MemoryConfiguration configuration, Clock clock) {
    return new InMemoryExpiringStore<>("credential offers", configuration.getMaxEntries(), clock);
  }

  @Singleton
  @InRedis
  RedisExpiringStore<StoredOffer> sharedOffers(RedisStores stores) {
    return stores.expiring(RedisKind.CREDENTIAL_OFFER, StoredOffer.class);
  }
}
