package dev.authmock.credential;

import dev.authmock.api.conformance.CredentialsApi;
import dev.authmock.api.conformance.model.CredentialIssuerMetadata;
import dev.authmock.api.conformance.model.CredentialRequest;
import dev.authmock.api.conformance.model.CredentialResponse;
import dev.authmock.api.conformance.model.JsonWebKeySet;
import dev.authmock.check.BearerToken;
import dev.authmock.check.Evaluation;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Answers the credential issuer's endpoints; {@link CredentialService} decides. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class CredentialController implements CredentialsApi {
  private final CredentialService service;
  private final CredentialIssuerDocument metadata;
  private final IssuerIdentity identity;
  private final AccessTokenClaims accessTokens;
  private final Evaluations evaluations;

  CredentialController(
      CredentialService service,
      CredentialIssuerDocument metadata,
      IssuerIdentity identity,
      AccessTokenClaims accessTokens,
      Evaluations evaluations) {
    this.service = service;
    this.metadata = metadata;
    this.identity = identity;
    this.accessTokens = accessTokens;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<CredentialIssuerMetadata> getCredentialIssuerMetadata(
      HttpRequest<?> request) {
    return HttpResponse.ok(metadata.get());
  }

  @Override
  public HttpResponse<JsonWebKeySet> getIssuerJwks(HttpRequest<?> request) {
    return HttpResponse.ok(new JsonWebKeySet().keys(identity.publicKeys()));
  }

  /** The framework lets nobody in without an access token. */
  @Override
  @Secured(SecurityRule.IS_AUTHENTICATED)
  public HttpResponse<CredentialResponse> postCredential(
      HttpRequest<?> request, CredentialRequest credentialRequest) {
    Evaluation evaluation = evaluations.of(request);
    return answer(
        service.issue(credentialRequest, accessTokens.of(request), evaluation), evaluation);
  }

  @Override
  public HttpResponse<CredentialResponse> postDeferredCredential(HttpRequest<?> request) {
    BearerToken acceptanceToken =
        BearerToken.of(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
    Evaluation evaluation = evaluations.of(request);
    return answer(service.issueDeferred(acceptanceToken, evaluation), evaluation);
  }

  private static HttpResponse<CredentialResponse> answer(
      CredentialResponse response, Evaluation evaluation) {
    if (response.getCredential() != null) {
      evaluation.noteAnswer("format", response.getFormat());
      evaluation.noteAnswerJwt("credential", response.getCredential());
    }
    return HttpResponse.ok(response).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
