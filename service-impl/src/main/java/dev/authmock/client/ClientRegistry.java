package dev.authmock.client;

import dev.authmock.check.Evaluation;
import dev.authmock.server.Base64Url;
import dev.authmock.server.Resettable;
import dev.authmock.server.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The clients that are registered: those of the configuration, and those that came since. */
public interface ClientRegistry extends Resettable {

  /** How many bytes of the digest of a client_id its registration id has. */
  int ID_BYTES = 15;

  /** The id that stands for a client in its registration_client_uri. */
  static String registrationId(String clientId) {
    byte[] digest = Arrays.copyOf(Sha256.of(clientId), ID_BYTES);
    return Base64Url.of(digest);
  }

  /** The client with this client_id. */
  default Optional<RegisteredClient> find(String clientId) {
    return findRegistration(registrationId(clientId));
  }

  /** The client with this registration id. */
  Optional<RegisteredClient> findRegistration(String registrationId);

  /** All clients, in the order of their client_id. */
  List<RegisteredClient> all();

  /**
   * Adds a client whose client_id must be free.
   *
   * @throws dev.authmock.check.RefusedException if it is not, or if there is no room
   */
  void add(RegisteredClient client, Evaluation evaluation);

  /** Replaces a registration, unless it was changed since it was read. */
  boolean replace(RegisteredClient read, RegisteredClient replacement);

  /** Removes a registration, unless it was changed since it was read. */
  boolean remove(RegisteredClient read);
}
