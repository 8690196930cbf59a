package dev.authmock.control;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.api.control.ClientsApi;
import dev.authmock.api.control.model.JwksTest;
import dev.authmock.api.control.model.JwksTestOrder;
import dev.authmock.api.control.model.ManagedClient;
import dev.authmock.api.control.model.ManagedClientList;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Answers orders about clients and their keys. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ClientsController implements ClientsApi {
  private final ManagedClientsView clients;
  private final Evaluations evaluations;

  ClientsController(ManagedClientsView clients, Evaluations evaluations) {
    this.clients = clients;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<ManagedClientList> listClients(HttpRequest<?> request) {
    return HttpResponse.ok(clients.list());
  }

  @Override
  public HttpResponse<ManagedClient> readManagedClient(HttpRequest<?> request, String id) {
    return HttpResponse.ok(clients.read(id));
  }

  @Override
  public HttpResponse<ManagedClient> addClient(HttpRequest<?> request, ClientMetadata metadata) {
    return HttpResponse.created(clients.add(metadata, evaluations.of(request)));
  }

  @Override
  public HttpResponse<ManagedClient> replaceManagedClient(
      HttpRequest<?> request, String id, ClientMetadata metadata) {
    return HttpResponse.ok(clients.replace(id, metadata, evaluations.of(request)));
  }

  @Override
  public HttpResponse<Void> removeManagedClient(HttpRequest<?> request, String id) {
    clients.remove(id, evaluations.of(request));
    return HttpResponse.noContent();
  }

  @Override
  public HttpResponse<JwksTest> testJwksUri(HttpRequest<?> request, JwksTestOrder order) {
    return HttpResponse.ok(clients.testJwksUri(order.getJwksUri()));
  }
}
