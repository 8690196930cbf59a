package dev.authmock.client;

import dev.authmock.check.Evaluation;
import dev.authmock.redis.InMemory;
import io.micronaut.context.annotation.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A {@link ClientRegistry} in the memory of this process.
 *
 * <p>Made with the context, so that a configured client that breaks a rule stops the start.
 */
@Context
@InMemory
class InMemoryClientRegistry implements ClientRegistry {
  private final int maxClients;
  private final Map<String, RegisteredClient> byRegistrationId;

  InMemoryClientRegistry(RegistrationConfiguration configuration, ConfiguredClients configured) {
    this.maxClients = configuration.getMaxClients();
    this.byRegistrationId = new ConcurrentHashMap<>(configured.byRegistrationId());
  }

  @Override
  public Optional<RegisteredClient> findRegistration(String registrationId) {
    return Optional.ofNullable(byRegistrationId.get(registrationId));
  }

  @Override
  public List<RegisteredClient> all() {
    return byRegistrationId.values().stream()
        .sorted(Comparator.comparing(RegisteredClient::clientId))
        .toList();
  }

  @Override
  public void add(RegisteredClient client, Evaluation evaluation) {
    RegistryRules.requireRoom(byRegistrationId.size() < maxClients, maxClients, evaluation);
    RegisteredClient earlier =
        byRegistrationId.putIfAbsent(ClientRegistry.registrationId(client.clientId()), client);
    RegistryRules.requireFree(earlier == null, client, evaluation);
  }

  @Override
  public boolean replace(RegisteredClient read, RegisteredClient replacement) {
    return byRegistrationId.computeIfPresent(
            ClientRegistry.registrationId(read.clientId()),
            (id, now) -> now == read ? replacement : now)
        == replacement;
  }

  @Override
  public boolean remove(RegisteredClient read) {
    boolean[] removed = new boolean[1];
    byRegistrationId.computeIfPresent(ClientRegistry.registrationId(read.clientId()), (id, now) -> {
      removed[0] = now == read;
      return removed[0] ? null : now;
    });
    return removed[0];
  }

  @Override
  public void reset() {
    byRegistrationId.values().removeIf(client -> !client.isConfigured());
  }
}
