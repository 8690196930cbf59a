package dev.authmock.token;

import dev.authmock.api.conformance.TokenApi;
import dev.authmock.api.conformance.model.TokenForm;
import dev.authmock.api.conformance.model.TokenResponse;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;

/** Answers the token endpoint; {@link TokenService} decides. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class TokenController implements TokenApi {
  private final TokenService service;
  private final Evaluations evaluations;

  TokenController(TokenService service, Evaluations evaluations) {
    this.service = service;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<TokenResponse> postToken(HttpRequest<?> request, @Nullable TokenForm form) {
    String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    IssuedTokens tokens = service.redeem(
        TokenRequest.of(form == null ? new TokenForm() : form),
        authorization,
        evaluations.of(request));
    return HttpResponse.ok(response(tokens))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.PRAGMA, "no-cache");
  }

  private static TokenResponse response(IssuedTokens tokens) {
    return new TokenResponse()
        .accessToken(tokens.accessToken())
        .idToken(tokens.idToken())
        .tokenType(TokenResponse.TokenTypeEnum.BEARER)
        .expiresIn(IssuedTokens.LIFETIME_SECONDS)
        .cNonce(tokens.nonce())
        .cNonceExpiresIn(IssuedTokens.LIFETIME_SECONDS);
  }
}
