package dev.authmock.client;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * The clients as a tester manages them: by the rules of registration, but for any client.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7592#section-2">RFC 7592, section 2</a>
 */
@Singleton
public class ManagedClients {
  private final ClientRegistry registry;
  private final RegistrationRules rules;
  private final RemoteKeys remoteKeys;
  private final Clock clock;

  ManagedClients(
      ClientRegistry registry, RegistrationRules rules, RemoteKeys remoteKeys, Clock clock) {
    this.registry = registry;
    this.rules = rules;
    this.remoteKeys = remoteKeys;
    this.clock = clock;
  }

  /** All clients, in the order of their client_id. */
  public List<RegisteredClient> all() {
    return registry.all();
  }

  /**
   * The client with this registration id.
   *
   * @throws RefusedException if there is none
   */
  public RegisteredClient required(String registrationId) {
    return registry
        .findRegistration(registrationId)
        .orElseThrow(
            () -> new RefusedException(ControlCheck.CLIENT_KNOWN, unknown(registrationId)));
  }

  /** Adds a client, which has no registration access token. */
  public RegisteredClient add(ClientMetadata metadata, Evaluation evaluation) {
    RegistrationService.note(metadata, evaluation);
    ClientKeySource keys = rules.apply(metadata, evaluation);
    RegisteredClient client = RegisteredClient.of(metadata, keys, clock.instant(), null);
    registry.add(client, evaluation);
    remoteKeys.forget(keys);
    return client;
  }

  /** Replaces what a client says about itself; its registration access token stays good. */
  public RegisteredClient replace(
      String registrationId, ClientMetadata metadata, Evaluation evaluation) {
    RegistrationService.note(metadata, evaluation);
    RegisteredClient registered = requireChangeable(registrationId, evaluation);
    ClientKeySource keys = rules.applyToReplacement(registered, metadata, evaluation);
    RegisteredClient replacement = RegisteredClient.of(
        metadata, keys, registered.registeredAt(), registered.accessTokenDigest());
    requireUnchanged(registry.replace(registered, replacement), evaluation);
    remoteKeys.forget(registered.keys());
    remoteKeys.forget(keys);
    return replacement;
  }

  /** Removes a client. */
  public void remove(String registrationId, Evaluation evaluation) {
    RegisteredClient registered = requireChangeable(registrationId, evaluation);
    requireUnchanged(registry.remove(registered), evaluation);
    remoteKeys.forget(registered.keys());
  }

  private RegisteredClient requireChangeable(String registrationId, Evaluation evaluation) {
    RegisteredClient client = registry
        .findRegistration(registrationId)
        .orElseThrow(() -> evaluation.refuse(ControlCheck.CLIENT_KNOWN, unknown(registrationId)));
    evaluation.pass(ControlCheck.CLIENT_KNOWN);
    evaluation.noteClient(client.clientId());
    evaluation.require(
        ControlCheck.CLIENT_CONFIGURED,
        !client.isConfigured(),
        () -> new Difference("a client that was registered", "one of the configuration"));
    return client;
  }

  /** Whoever changed it in between did so after what this tester saw. */
  private static void requireUnchanged(boolean unchanged, Evaluation evaluation) {
    evaluation.require(
        ControlCheck.CLIENT_KNOWN,
        unchanged,
        () -> new Difference("the client as it was", "one that was changed meanwhile"));
  }

  private static Difference unknown(String registrationId) {
    return Difference.of("the id of a registered client", registrationId);
  }
}
