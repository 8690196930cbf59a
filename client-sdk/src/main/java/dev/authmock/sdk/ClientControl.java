package dev.authmock.sdk;

import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.control.api.ClientsApi;
import dev.authmock.sdk.control.model.JwksTest;
import dev.authmock.sdk.control.model.JwksTestOrder;
import dev.authmock.sdk.control.model.ManagedClient;
import dev.authmock.sdk.control.model.ManagedClientList;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * The registered clients, without the token that each of them is managed with by itself. Immutable
 * and thread-safe.
 */
public final class ClientControl {

  private final Calls calls;
  private final ClientsApi clients;

  ClientControl(Calls calls, Transport transport) {
    this.calls = calls;
    this.clients = new ClientsApi(transport);
  }

  /**
   * All clients, those of the configuration among them.
   *
   * @return the clients in the order of their {@code client_id}
   */
  public List<ManagedClient> list() {
    return calls
        .answer(clients::listClientsWithHttpInfo, ManagedClientList::getClients)
        .getClients();
  }

  /**
   * Adds a client, by the rules of the registration endpoint.
   *
   * @param metadata what {@link AuthMockClient#register(ClientMetadata)} takes
   * @return the client with its {@code id}
   * @throws AuthMockException if it can't be registered (400)
   */
  public ManagedClient add(ClientMetadata metadata) {
    Objects.requireNonNull(metadata, "metadata");
    return calls.answer(() -> clients.addClientWithHttpInfo(metadata), ManagedClient::getClientId);
  }

  /**
   * What is registered of a client.
   *
   * @param id its {@link ManagedClient#getId() id}
   * @return the client
   * @throws AuthMockException with status 404 if there is no such client
   * @throws IllegalArgumentException if the id is blank
   */
  public ManagedClient read(String id) {
    PathSegment.require(id, "id");
    return calls.answer(
        () -> clients.readManagedClientWithHttpInfo(id), ManagedClient::getClientId);
  }

  /**
   * Replaces what is registered of a client; what the new metadata leave out is gone.
   *
   * @param id its {@link ManagedClient#getId() id}
   * @param metadata the new metadata, with the {@code client_id} as it was
   * @return the client as it now stands
   * @throws AuthMockException if there is no such client (404), or it can't be registered so, or it
   *     is from the configuration (400)
   * @throws IllegalArgumentException if the id is blank
   */
  public ManagedClient replace(String id, ClientMetadata metadata) {
    PathSegment.require(id, "id");
    Objects.requireNonNull(metadata, "metadata");
    return calls.answer(
        () -> clients.replaceManagedClientWithHttpInfo(id, metadata), ManagedClient::getClientId);
  }

  /**
   * Removes a client.
   *
   * @param id its {@link ManagedClient#getId() id}
   * @throws AuthMockException if there is no such client (404), or it is from the configuration
   *     (400)
   * @throws IllegalArgumentException if the id is blank
   */
  public void remove(String id) {
    PathSegment.require(id, "id");
    calls.done(() -> clients.removeManagedClientWithHttpInfo(id));
  }

  /**
   * Lets the server fetch a JWK set now, as it would for a token request.
   *
   * @param jwksUri where the keys are
   * @return what came back: the keys, or the rule that was broken
   * @throws AuthMockException if it is no URL to fetch
   */
  public JwksTest testJwksUri(URI jwksUri) {
    JwksTestOrder order =
        new JwksTestOrder().jwksUri(Objects.requireNonNull(jwksUri, "jwksUri").toString());
    return calls.answer(() -> clients.testJwksUriWithHttpInfo(order), JwksTest::getOutcome);
  }

  /**
   * The generated operations on clients, for what has no method here.
   *
   * @return the operations, with the control token where one is set
   */
  public ClientsApi api() {
    return clients;
  }
}
