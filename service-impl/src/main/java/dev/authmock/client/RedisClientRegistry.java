package dev.authmock.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authmock.check.Evaluation;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.redis.InRedis;
import io.micronaut.context.annotation.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A {@link ClientRegistry} that nodes on one Redis share; the configured clients are each node's own.
 *
 * <p>All clients are in one hash: so their number has an exact bound, and they can be listed.
 *
 * <p>Made with the context, so that a configured client that breaks a rule stops the start.
 */
@Context
@InRedis
class RedisClientRegistry implements ClientRegistry {
  private final int maxClients;
  private final Map<String, RegisteredClient> configured;
  private final RedisClients clients;
  private final ClientJson json;
  private final Cache<String, Parsed> parsed;

  RedisClientRegistry(
      RegistrationConfiguration configuration,
      ConfiguredClients configured,
      RedisClients clients,
      CryptoProvider provider) {
    this.maxClients = configuration.getMaxClients();
    this.configured = Map.copyOf(configured.byRegistrationId());
    this.clients = clients;
    this.json = new ClientJson(provider);
    this.parsed =
        Caffeine.newBuilder().maximumSize(maxClients).executor(Runnable::run).build();
  }

  @Override
  public Optional<RegisteredClient> findRegistration(String registrationId) {
    RegisteredClient ofConfiguration = configured.get(registrationId);
    if (ofConfiguration != null) {
      return Optional.of(ofConfiguration);
    }
    return clients.find(registrationId).flatMap(text -> parsed(registrationId, text));
  }

  /** The text says whether the client is still the same; its keys are read when it is not. */
  private Optional<RegisteredClient> parsed(String registrationId, String text) {
    Parsed known = parsed.getIfPresent(registrationId);
    if (known != null && known.text.equals(text)) {
      return Optional.of(known.client);
    }
    Optional<RegisteredClient> read = json.read(text);
    read.ifPresent(client -> parsed.put(registrationId, new Parsed(text, client)));
    return read;
  }

  @Override
  public List<RegisteredClient> all() {
    Map<String, RegisteredClient> all = new TreeMap<>();
    clients
        .all()
        .forEach(
            (id, text) -> parsed(id, text).ifPresent(client -> all.put(client.clientId(), client)));
    configured.values().forEach(client -> all.put(client.clientId(), client));
    return List.copyOf(all.values());
  }

  /** What has a fresh registration access token in it is of one attempt alone. */
  @Override
  public void add(RegisteredClient client, Evaluation evaluation) {
    String id = registrationId(client);
    RedisClients.Added added = configured.containsKey(id)
        ? RedisClients.Added.TAKEN
        : clients.add(
            id,
            ClientJson.write(client),
            maxClients - configured.size(),
            client.accessTokenDigest() != null);
    RegistryRules.requireRoom(added != RedisClients.Added.FULL, maxClients, evaluation);
    RegistryRules.requireFree(added == RedisClients.Added.ADDED, client, evaluation);
  }

  @Override
  public boolean replace(RegisteredClient read, RegisteredClient replacement) {
    return clients.replace(
        registrationId(read),
        textOf(read),
        ClientJson.write(replacement),
        !Arrays.equals(read.accessTokenDigest(), replacement.accessTokenDigest()));
  }

  @Override
  public boolean remove(RegisteredClient read) {
    return clients.remove(registrationId(read), textOf(read));
  }

  /** What it was read from, which another version may have written; else what it would be written as. */
  private String textOf(RegisteredClient read) {
    Parsed known = parsed.getIfPresent(registrationId(read));
    return known != null && known.client == read ? known.text : ClientJson.write(read);
  }

  @Override
  public void reset() {
    clients.clear();
    parsed.invalidateAll();
  }

  private static String registrationId(RegisteredClient client) {
    return ClientRegistry.registrationId(client.clientId());
  }

  private record Parsed(String text, RegisteredClient client) {}
}
