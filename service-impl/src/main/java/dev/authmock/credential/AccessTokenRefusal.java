package dev.authmock.credential;

import dev.authmock.check.AccessTokenCheck;
import dev.authmock.check.BearerToken;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Finding;
import dev.authmock.check.RefusedException;
import dev.authmock.journal.Evaluations;
import dev.authmock.journal.RefusalProcessor;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/**
 * Explains why a request was not let in with its access token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, section 3.1</a>
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class AccessTokenRefusal implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {
  private final AccessTokenRules rules;
  private final Evaluations evaluations;
  private final RefusalProcessor processor;

  AccessTokenRefusal(AccessTokenRules rules, Evaluations evaluations, RefusalProcessor processor) {
    this.rules = rules;
    this.evaluations = evaluations;
    this.processor = processor;
  }

  @Override
  public HttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
    BearerToken bearer = BearerToken.of(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
    RefusedException refusal = explanation(bearer, evaluations.of(request));
    return processor.processResponse(
        ErrorContext.builder(request).cause(refusal).build(), HttpResponse.unauthorized());
  }

  private RefusedException explanation(BearerToken bearer, Evaluation evaluation) {
    for (Finding finding : evaluation.findings()) {
      Difference difference = finding.difference();
      if (difference != null) {
        return new RefusedException(finding.check(), difference);
      }
    }
    try {
      String token = evaluation.requirePresent(
          AccessTokenCheck.ACCESS_TOKEN_PRESENT, bearer.value().orElse(null), "a bearer token");
      rules.requireClaims(rules.requireSigned(token, rules::isSignedHere, evaluation), evaluation);
    } catch (RefusedException refused) {
      return refused;
    }
    // The framework takes tokens apart in its own way.
    return evaluation.refuse(
        AccessTokenCheck.ACCESS_TOKEN_IS_JWT,
        new Difference("a JWT like those of the token endpoint", "one that is written otherwise"));
  }
}
