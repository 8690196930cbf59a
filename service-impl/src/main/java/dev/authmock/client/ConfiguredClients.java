package dev.authmock.client;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.api.conformance.model.JsonWebKeySet;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clients that the configuration registers, under the same rules as the endpoint's. */
@Singleton
class ConfiguredClients {
  private final Map<String, RegisteredClient> byRegistrationId = new HashMap<>();

  /**
   * Reads the configuration.
   *
   * @throws ConfigurationException with a line for each client that breaks a rule
   */
  ConfiguredClients(
      Collection<ConfiguredClient> configured,
      RegistrationRules rules,
      JsonMapper json,
      Clock clock) {
    List<String> invalid = new ArrayList<>();
    for (ConfiguredClient each : configured) {
      try {
        add(client(each, rules, json, clock.instant()));
      } catch (ConfigurationException e) {
        invalid.add(e.getMessage());
      }
    }
    if (!invalid.isEmpty()) {
      throw new ConfigurationException(String.join("\n", invalid));
    }
  }

  private void add(RegisteredClient client) {
    if (byRegistrationId.put(ClientRegistry.registrationId(client.clientId()), client) != null) {
      throw new ConfigurationException(
          "authmock.clients: two of them have the client-id " + client.clientId());
    }
  }

  /** All of them, by their registration ids. */
  Map<String, RegisteredClient> byRegistrationId() {
    return byRegistrationId;
  }

  private static RegisteredClient client(
      ConfiguredClient client, RegistrationRules rules, JsonMapper json, Instant now) {
    ClientMetadata metadata = metadata(client, json);
    return new RegisteredClient(
        metadata.getClientId(),
        client.getName(),
        RegistrationRules.redirectUris(metadata),
        keySource(client, metadata, rules),
        now,
        true,
        null);
  }

  private static ClientKeySource keySource(
      ConfiguredClient client, ClientMetadata metadata, RegistrationRules rules) {
    try {
      return rules.apply(metadata, new Evaluation(client.getName()));
    } catch (RefusedException e) {
      throw invalid(client, e.description());
    }
  }

  private static ClientMetadata metadata(ConfiguredClient client, JsonMapper json) {
    String clientId = client.getClientId();
    if (clientId == null) {
      throw invalid(client, "client-id is missing.");
    }
    ClientMetadata metadata = new ClientMetadata().clientId(clientId);
    metadata.setRedirectUris(client.getRedirectUris());
    @Nullable String jwks = client.getJwks();
    @Nullable String jwksUri = client.getJwksUri();
    try {
      if (jwks != null) {
        metadata.setJwks(json.readValue(jwks, JsonWebKeySet.class));
      }
      if (jwksUri != null) {
        metadata.setJwksUri(jwksUri);
      }
    } catch (IOException e) {
      throw invalid(client, "its jwks must be a JWK set as JSON.");
    }
    return metadata;
  }

  private static ConfigurationException invalid(ConfiguredClient client, String why) {
    return new ConfigurationException("authmock.clients." + client.getName() + ": " + why);
  }
}
