package dev.authmock.authorize;

import dev.authmock.api.conformance.AuthorizationApi;
import dev.authmock.api.conformance.model.DirectPostForm;
import dev.authmock.body.QueryParameters;
import dev.authmock.check.Evaluation;
import dev.authmock.client.AnsweredRedirect;
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
    Evaluation evaluation = evaluations.of(request);
    return redirect(
        service.authorize(AuthorizationRequest.of(QueryParameters.of(request)), evaluation),
        evaluation);
  }

  @Override
  public HttpResponse<?> getRequestObject(HttpRequest<?> request, String id) {
    Evaluation evaluation = evaluations.of(request);
    String jwt = walletRequests.read(id, evaluation);
    evaluation.noteAnswerJwt("request", jwt);
    return HttpResponse.ok(jwt).contentType(JWT).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Override
  public HttpResponse<Void> directPost(HttpRequest<?> request, @Nullable DirectPostForm form) {
    Evaluation evaluation = evaluations.of(request);
    return redirect(
        answers.answer(WalletAnswer.of(form == null ? new DirectPostForm() : form), evaluation),
        evaluation);
  }

  private static HttpResponse<Void> redirect(String location, Evaluation evaluation) {
    AnsweredRedirect.noteOn(evaluation, location);
    return HttpResponse.<Void>status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, location)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
