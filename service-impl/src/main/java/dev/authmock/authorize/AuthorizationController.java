package dev.authmock.authorize;

import dev.authmock.api.conformance.AuthorizationApi;
import dev.authmock.api.conformance.model.DirectPostForm;
import dev.authmock.body.QueryParameters;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;

/**
 * Answers the authorization endpoint and what belongs to it; {@link AuthorizationService} and
 * {@link DirectPostService} decide.
 */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class AuthorizationController implements AuthorizationApi {
  private static final MediaType JWT = MediaType.of("application/jwt");

  private final AuthorizationService service;
  private final WalletRequestReader walletRequests;
  private final DirectPostService answers;
  private final Evaluations evaluations;

  AuthorizationController(
      AuthorizationService service,
      WalletRequestReader walletRequests,
      DirectPostService answers,
      Evaluations evaluations) {
    this.service = service;
    this.walletRequests = walletRequests;
    this.answers = answers;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<Void> authorize(HttpRequest<?> request) {
    return redirect(service.authorize(
        AuthorizationRequest.of(QueryParameters.of(request)), evaluations.of(request)));
  }

  @Override
  public HttpResponse<?> getRequestObject(HttpRequest<?> request, String id) {
    return HttpResponse.ok(walletRequests.read(id, evaluations.of(request)))
        .contentType(JWT)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Override
  public HttpResponse<Void> directPost(HttpRequest<?> request, @Nullable DirectPostForm form) {
    return redirect(answers.answer(
        WalletAnswer.of(form == null ? new DirectPostForm() : form), evaluations.of(request)));
  }

  private static HttpResponse<Void> redirect(String location) {
    return HttpResponse.<Void>status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, location)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
