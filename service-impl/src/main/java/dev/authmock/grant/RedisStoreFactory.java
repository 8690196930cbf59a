package dev.authmock.grant;

import dev.authmock.redis.InRedis;
import dev.authmock.redis.RedisKind;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes the stores that all nodes share. */
@Factory
@InRedis
class RedisStoreFactory {
  private final RedisStores stores;

  RedisStoreFactory(RedisStores stores) {
    this.stores = stores;
  }

  @Singleton
  RedisSingleUseStore<AuthorizationCode> authorizationCodes() {
    return stores.singleUse(RedisKind.AUTHORIZATION_CODE, AuthorizationCode.class);
  }

  @Singleton
  RedisSingleUseStore<PreAuthorizedCode> preAuthorizedCodes() {
    return stores.singleUse(RedisKind.PRE_AUTHORIZED_CODE, PreAuthorizedCode.class);
  }

  @Singleton
  RedisSingleUseStore<PendingAuthorization> pendingAuthorizations() {
    return stores.singleUse(RedisKind.AUTHORIZATION_REQUEST, PendingAuthorization.class);
  }

  @Singleton
  RedisExpiringStore<IssuerState> issuerStates() {
    return stores.expiring(RedisKind.ISSUER_STATE, IssuerState.class);
  }

  @Singleton
  RedisCredentialNonces credentialNonces() {
    return stores.nonces();
  }

  @Singleton
  RedisReplayGuard assertionIds() {
    return stores.replays(RedisKind.ASSERTION_ID);
  }
}
