package dev.authmock.offer;

import dev.authmock.api.conformance.OffersApi;
import dev.authmock.api.conformance.model.CredentialOffer;
import dev.authmock.body.QueryParameters;
import dev.authmock.check.Evaluation;
import dev.authmock.client.AnsweredRedirect;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Answers the offer endpoints; {@link OfferService} decides. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class OfferController implements OffersApi {
  private final OfferService service;
  private final OfferDocument document;
  private final Evaluations evaluations;

  OfferController(OfferService service, OfferDocument document, Evaluations evaluations) {
    this.service = service;
    this.document = document;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<?> initiateCredentialOffer(HttpRequest<?> request) {
    Evaluation evaluation = evaluations.of(request);
    MadeOffer made = service.make(QueryParameters.of(request), evaluation);
    AnsweredRedirect.noteOn(evaluation, made.url());
    if (made.isForAnotherDevice()) {
      return OfferPicture.bestFor(request.getHeaders().getAll(HttpHeaders.ACCEPT))
          .answer(made.url())
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
          .header("X-Content-Type-Options", "nosniff");
    }
    return HttpResponse.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, made.url())
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Override
  public HttpResponse<CredentialOffer> getCredentialOffer(HttpRequest<?> request, String id) {
    Evaluation evaluation = evaluations.of(request);
    CredentialOffer offer = document.of(service.read(id, evaluation));
    OfferDocument.noteOn(evaluation, offer);
    return HttpResponse.ok(offer).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
