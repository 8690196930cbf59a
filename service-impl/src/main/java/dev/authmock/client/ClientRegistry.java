package dev.authmock.client;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RegistrationCheck;
import dev.authmock.check.RequestCheck;
import dev.authmock.server.Resettable;
import dev.authmock.server.Sha256;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clients that are registered, in memory.
 *
 * <p>Made with the context, so that a configured client that breaks a rule stops the start.
 */
@Context
public class ClientRegistry implements Resettable {
  private static final int ID_BYTES = 15;

  private final int maxClients;
  private final Map<String, RegisteredClient> byRegistrationId = new ConcurrentHashMap<>();

  ClientRegistry(RegistrationConfiguration configuration, ConfiguredClients configured) {
    this.maxClients = configuration.getMaxClients();
    for (RegisteredClient client : configured.clients()) {
      if (byRegistrationId.put(registrationId(client.clientId()), client) != null) {
        throw new ConfigurationException(
            "authmock.clients: two of them have the client-id " + client.clientId());
      }
    }
  }

  /** The id that stands for a client in its registration_client_uri. */
  public static String registrationId(String clientId) {
    byte[] digest = Arrays.copyOf(Sha256.of(clientId), ID_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  /** The client with this client_id. */
  public Optional<RegisteredClient> find(String clientId) {
    return findRegistration(registrationId(clientId));
  }

  /** The client with this registration id. */
  public Optional<RegisteredClient> findRegistration(String registrationId) {
    return Optional.ofNullable(byRegistrationId.get(registrationId));
  }

  /** All clients, in the order of their client_id. */
  List<RegisteredClient> all() {
    return byRegistrationId.values().stream()
        .sorted(Comparator.comparing(RegisteredClient::clientId))
        .toList();
  }

  /** Adds a client whose client_id must be free. */
  void add(RegisteredClient client, Evaluation evaluation) {
    evaluation.require(
        RequestCheck.SERVER_CAPACITY,
        byRegistrationId.size() < maxClients,
        () -> new Difference("room for one more client", "a full registry of " + maxClients));
    RegisteredClient earlier =
        byRegistrationId.putIfAbsent(registrationId(client.clientId()), client);
    evaluation.require(
        RegistrationCheck.REGISTRATION_FREE,
        earlier == null,
        () -> Difference.of(
            "a client_id that is free (its registration can be replaced or deleted with the"
                + " registration_access_token)",
            client.clientId()));
  }

  /** Replaces a registration, unless it was changed since it was read. */
  boolean replace(RegisteredClient read, RegisteredClient replacement) {
    return byRegistrationId.computeIfPresent(
            registrationId(read.clientId()), (id, now) -> now == read ? replacement : now)
        == replacement;
  }

  /** Removes a registration, unless it was changed since it was read. */
  boolean remove(RegisteredClient read) {
    boolean[] removed = new boolean[1];
    byRegistrationId.computeIfPresent(registrationId(read.clientId()), (id, now) -> {
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
