package dev.authmock.authorize;

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

/** Makes the store of this room, in memory or shared. */
@Factory
class AuthorizeFactory {

  @Singleton
  @InMemory
  InMemoryExpiringStore<WalletRequest> walletRequests(
      MemoryConfiguration configuration, Clock clock) {
    return new InMemoryExpiringStore<>("requests to wallets", configuration.getMaxEntries(), clock);
  }

  @Singleton
  @InRedis
  RedisExpiringStore<WalletRequest> sharedWalletRequests(RedisStores stores) {
    return stores.expiring(RedisKind.REQUEST_OBJECT, WalletRequest.class);
  }
}
