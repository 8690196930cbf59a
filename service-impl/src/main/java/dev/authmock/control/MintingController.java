package dev.authmock.control;

import dev.authmock.api.control.MintingApi;
import dev.authmock.api.control.model.AuthorizationCodeOrder;
import dev.authmock.api.control.model.MintedAuthorizationCode;
import dev.authmock.api.control.model.MintedPreAuthorizedCode;
import dev.authmock.api.control.model.PreAuthorizedCodeOrder;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Answers the orders for codes; {@link MintingService} makes them. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class MintingController implements MintingApi {
  private final MintingService service;
  private final Evaluations evaluations;

  MintingController(MintingService service, Evaluations evaluations) {
    this.service = service;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<MintedAuthorizationCode> mintAuthorizationCode(
      HttpRequest<?> request, AuthorizationCodeOrder order) {
    return created(service.mint(order, evaluations.of(request)));
  }

  @Override
  public HttpResponse<MintedPreAuthorizedCode> mintPreAuthorizedCode(
      HttpRequest<?> request, PreAuthorizedCodeOrder order) {
    return created(service.mint(order, evaluations.of(request)));
  }

  private static <T> HttpResponse<T> created(T minted) {
    return HttpResponse.created(minted).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
