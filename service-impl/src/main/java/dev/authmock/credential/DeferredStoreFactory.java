package dev.authmock.credential;

import dev.authmock.grant.InMemorySingleUseStore;
import dev.authmock.grant.MemoryConfiguration;
import dev.authmock.grant.RedisSingleUseStore;
import dev.authmock.grant.RedisStores;
import dev.authmock.redis.InMemory;
import dev.authmock.redis.InRedis;
import dev.authmock.redis.RedisKind;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the store of deferred credentials in memory or shared. */
@Factory
class DeferredStoreFactory {

  @Singleton
  @InMemory
  InMemorySingleUseStore<DeferredCredential> deferredCredentials(
      MemoryConfiguration configuration, Clock clock) {
    return new InMemorySingleUseStore<>(
        "deferred credentials", configuration.getMaxEntries(), clock);
  }

  @Singleton
  @InRedis
  RedisSingleUseStore<DeferredCredential> sharedDeferredCredentials(RedisStores stores) {
    return stores.singleUse(RedisKind.DEFERRED_CREDENTIAL, DeferredCredential.class);
  }
}
