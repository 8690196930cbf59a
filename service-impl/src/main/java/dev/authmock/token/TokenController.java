package dev.authmock.token;

import dev.authmock.api.conformance.TokenApi;
import dev.authmock.api.conformance.model.TokenForm;
import dev.authmock.api.conformance.model.TokenResponse;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.RefusedException;
import dev.authmock.journal.Evaluations;
import dev.authmock.journal.RefusalProcessor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers the token endpoint; {@link TokenService} decides. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class TokenController implements TokenApi {
  private final TokenService service;
  private final SeldomWaiting seldom;
  private final Evaluations evaluations;
  private final RefusalProcessor refusals;

  TokenController(
      TokenService service,
      SeldomWaiting seldom,
      Evaluations evaluations,
      RefusalProcessor refusals) {
    this.service = service;
    this.seldom = seldom;
    this.evaluations = evaluations;
    this.refusals = refusals;
  }

  @Override
  public CompletionStage<HttpResponse<TokenResponse>> postToken(
      HttpRequest<?> request, @Nullable TokenForm form) {
    String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    TokenRequest sent = TokenRequest.of(form == null ? new TokenForm() : form);
    Evaluation evaluation = evaluations.of(request);
    return seldom.run(evaluation, () -> answerOrRefuse(request, sent, authorization, evaluation));
  }

  /** Wrong requests are this server's trade: to search for the handler of each takes longer than it. */
  @SuppressWarnings("unchecked") // of a problem in the place of the answer
  private HttpResponse<TokenResponse> answerOrRefuse(
      HttpRequest<?> request,
      TokenRequest sent,
      @Nullable String authorization,
      Evaluation evaluation) {
    try {
      return answer(sent, authorization, evaluation);
    } catch (RefusedException refused) {
      return (HttpResponse<TokenResponse>) refusals.refuse(request, refused);
    }
  }

  private HttpResponse<TokenResponse> answer(
      TokenRequest sent, @Nullable String authorization, Evaluation evaluation) {
    TokenResponse response = response(service.redeem(sent, authorization, evaluation));
    note(response, evaluation);
    return HttpResponse.ok(response)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.PRAGMA, "no-cache");
  }

  private static void note(TokenResponse response, Evaluation evaluation) {
    evaluation.noteAnswerJwt("access_token", response.getAccessToken());
    evaluation.noteAnswerJwt("id_token", response.getIdToken());
    evaluation.noteAnswer("token_type", response.getTokenType().getValue());
    evaluation.noteAnswer("expires_in", response.getExpiresIn().toString());
    evaluation.noteAnswer("c_nonce", Fingerprint.of(response.getcNonce()));
    evaluation.noteAnswer("c_nonce_expires_in", response.getcNonceExpiresIn().toString());
  }

  private static TokenResponse response(IssuedTokens tokens) {
    return new TokenResponse()
        .accessToken(tokens.accessToken())
        .idToken(tokens.idToken())
        .tokenType(TokenResponse.TokenTypeEnum.BEARER)
        .expiresIn(tokens.lifetime())
        .cNonce(tokens.nonce())
        .cNonceExpiresIn(IssuedTokens.nonceLifetime(tokens.lifetime()));
  }
}
