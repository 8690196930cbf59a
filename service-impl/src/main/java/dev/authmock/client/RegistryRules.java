package dev.authmock.client;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RegistrationCheck;
import dev.authmock.check.RequestCheck;

/** The rules for one more client, wherever the registered ones are kept. */
final class RegistryRules {
  private RegistryRules() {}

  static void requireRoom(boolean hasRoom, int maxClients, Evaluation evaluation) {
    evaluation.require(
        RequestCheck.SERVER_CAPACITY,
        hasRoom,
        () -> new Difference("room for one more client", "a full registry of " + maxClients));
  }

  static void requireFree(boolean isFree, RegisteredClient client, Evaluation evaluation) {
    evaluation.require(
        RegistrationCheck.REGISTRATION_FREE,
        isFree,
        () -> Difference.of(
            "a client_id that is free (its registration can be replaced or deleted with the"
                + " registration_access_token)",
            client.clientId()));
  }
}
