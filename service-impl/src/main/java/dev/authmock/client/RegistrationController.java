package dev.authmock.client;

import dev.authmock.api.conformance.RegistrationApi;
import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.api.conformance.model.ClientRegistration;
import dev.authmock.check.BearerToken;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Answers the registration endpoint; {@link RegistrationService} decides. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class RegistrationController implements RegistrationApi {
  private final RegistrationService service;
  private final Evaluations evaluations;

  RegistrationController(RegistrationService service, Evaluations evaluations) {
    this.service = service;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<ClientRegistration> registerClient(
      HttpRequest<?> request, ClientMetadata metadata) {
    Evaluation evaluation = evaluations.of(request);
    return noStore(HttpResponse.created(noted(service.register(metadata, evaluation), evaluation)));
  }

  @Override
  public HttpResponse<ClientRegistration> readClient(HttpRequest<?> request, String id) {
    Evaluation evaluation = evaluations.of(request);
    return noStore(
        HttpResponse.ok(noted(service.read(id, bearer(request), evaluation), evaluation)));
  }

  @Override
  public HttpResponse<ClientRegistration> replaceClient(
      HttpRequest<?> request, String id, ClientMetadata metadata) {
    Evaluation evaluation = evaluations.of(request);
    return noStore(HttpResponse.ok(
        noted(service.replace(id, bearer(request), metadata, evaluation), evaluation)));
  }

  @Override
  public HttpResponse<Void> deleteClient(HttpRequest<?> request, String id) {
    service.delete(id, bearer(request), evaluations.of(request));
    return HttpResponse.noContent();
  }

  private static ClientRegistration noted(ClientRegistration registration, Evaluation evaluation) {
    evaluation.noteAnswer("client_id", Difference.shorten(registration.getClientId()));
    evaluation.noteAnswer(
        "registration_access_token", Fingerprint.of(registration.getRegistrationAccessToken()));
    evaluation.noteAnswer("registration_client_uri", registration.getRegistrationClientUri());
    evaluation.noteAnswer("token_endpoint_auth_method", registration.getTokenEndpointAuthMethod());
    return registration;
  }

  private static BearerToken bearer(HttpRequest<?> request) {
    return BearerToken.of(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
  }

  private static <T> HttpResponse<T> noStore(io.micronaut.http.MutableHttpResponse<T> response) {
    return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
