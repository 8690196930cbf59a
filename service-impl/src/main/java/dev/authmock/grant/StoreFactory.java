package dev.authmock.grant;

import dev.authmock.redis.InMemory;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the stores in the memory of this process. */
@Factory
@InMemory
class StoreFactory {
  private final MemoryConfiguration configuration;
  private final Clock clock;

  StoreFactory(MemoryConfiguration configuration, Clock clock) {
    this.configuration = configuration;
    this.clock = clock;
  }

  @Singleton
  InMemorySingleUseStore<AuthorizationCode> authorizationCodes() {
    return new InMemorySingleUseStore<>(
        "authorization codes", configuration.getMaxEntries(), clock);
  }

  @Singleton
  InMemorySingleUseStore<PreAuthorizedCode> preAuthorizedCodes() {
    return new InMemorySingleUseStore<>(
        "pre-authorized codes", configuration.getMaxEntries(), clock);
  }

  @Singleton
  InMemorySingleUseStore<PendingAuthorization> pendingAuthorizations() {
    return new InMemorySingleUseStore<>(
        "authorization requests", configuration.getMaxEntries(), clock);
  }

  @Singleton
  InMemoryExpiringStore<IssuerState> issuerStates() {
    return new InMemoryExpiringStore<>("issuer states", configuration.getMaxEntries(), clock);
  }

  @Singleton
  InMemoryCredentialNonces credentialNonces(OpaqueTokens random) {
    return new InMemoryCredentialNonces(configuration.getMaxEntries(), random, clock);
  }

  @Singleton
  InMemoryReplayGuard assertionIds() {
    return new InMemoryReplayGuard("assertion ids", configuration.getMaxEntries(), clock);
  }
}
