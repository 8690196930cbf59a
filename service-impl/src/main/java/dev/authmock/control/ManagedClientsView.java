package dev.authmock.control;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.api.conformance.model.JsonWebKeySet;
import dev.authmock.api.control.model.JwksTest;
import dev.authmock.api.control.model.ManagedClient;
import dev.authmock.api.control.model.ManagedClientList;
import dev.authmock.api.control.model.TestedKey;
import dev.authmock.check.Evaluation;
import dev.authmock.client.ClientKeySource;
import dev.authmock.client.ClientRegistry;
import dev.authmock.client.JwksTester;
import dev.authmock.client.ManagedClients;
import dev.authmock.client.RegisteredClient;
import dev.authmock.client.TestedJwks;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Shows clients and their keys as the contract describes them. */
@Singleton
public class ManagedClientsView {
  private final ManagedClients clients;
  private final JwksTester tester;

  ManagedClientsView(ManagedClients clients, JwksTester tester) {
    this.clients = clients;
    this.tester = tester;
  }

  /** All clients, in the order of their client_id. */
  public ManagedClientList list() {
    return new ManagedClientList()
        .clients(clients.all().stream().map(ManagedClientsView::view).toList());
  }

  /** The client with this id. */
  public ManagedClient read(String id) {
    return view(clients.required(id));
  }

  /** Adds a client. */
  public ManagedClient add(ClientMetadata metadata, Evaluation evaluation) {
    return view(clients.add(metadata, evaluation));
  }

  /** Replaces what a client says about itself. */
  public ManagedClient replace(String id, ClientMetadata metadata, Evaluation evaluation) {
    return view(clients.replace(id, metadata, evaluation));
  }

  /** Removes a client. */
  public void remove(String id, Evaluation evaluation) {
    clients.remove(id, evaluation);
  }

  /** Fetches a JWK set now, and tells what came back. */
  public JwksTest testJwksUri(String jwksUri) {
    TestedJwks tested = tester.test(jwksUri);
    return new JwksTest()
        .jwksUri(tested.jwksUri())
        .outcome(tested.isAccepted() ? JwksTest.OutcomeEnum.ACCEPTED : JwksTest.OutcomeEnum.REFUSED)
        .durationMs(JournalView.milliseconds(tested.duration()))
        .checks(tested.findings().stream().map(JournalView::of).toList())
        .keys(tested.keys().stream().map(ManagedClientsView::view).toList());
  }

  private static ManagedClient view(RegisteredClient client) {
    ManagedClient managed = new ManagedClient()
        .id(ClientRegistry.registrationId(client.clientId()))
        .clientId(client.clientId())
        .clientName(client.name())
        .redirectUris(client.redirectUris())
        .configured(client.isConfigured())
        .registeredAt(client.registeredAt());
    return client.keys() instanceof ClientKeySource.Remote remote
        ? managed.jwksUri(remote.jwksUri().toString())
        : managed.jwks(jwks(((ClientKeySource.Inline) client.keys()).jwks()));
  }

  @SuppressWarnings("unchecked")
  private static JsonWebKeySet jwks(Map<String, Object> jwks) {
    return new JsonWebKeySet().keys((List<Map<String, Object>>) jwks.get("keys"));
  }

  private static TestedKey view(TestedJwks.SeenKey key) {
    return new TestedKey()
        .kid(key.kid())
        .kty(key.kty())
        .crv(key.crv())
        .alg(key.alg())
        .use(key.use())
        .usable(key.usable());
  }
}
