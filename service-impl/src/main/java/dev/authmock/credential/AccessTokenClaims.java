package dev.authmock.credential;

import dev.authmock.check.AccessTokenCheck;
import dev.authmock.check.BearerToken;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.jose.SignedJwt;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Tells the framework whether the claims of a token hold whose signature does, and keeps what the
 * token says for the request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, section 3.1</a>
 */
@Singleton
class AccessTokenClaims implements GenericJwtClaimsValidator<HttpRequest<?>> {
  private static final String ATTRIBUTE = "dev.authmock.access_token";

  private final AccessTokenRules rules;
  private final Evaluations evaluations;

  AccessTokenClaims(AccessTokenRules rules, Evaluations evaluations) {
    this.rules = rules;
    this.evaluations = evaluations;
  }

  /** The framework's view does not tell an absent claim from one of another type; so read again. */
  @Override
  public boolean validate(Claims claims, @Nullable HttpRequest<?> request) {
    if (request == null) {
      return false;
    }
    Evaluation evaluation = evaluations.of(request);
    try {
      evaluation.pass(AccessTokenCheck.ACCESS_TOKEN_PRESENT);
      SignedJwt token = rules.requireSigned(compact(request), verified -> true, evaluation);
      request.setAttribute(ATTRIBUTE, rules.requireClaims(token, evaluation));
      return true;
    } catch (RefusedException e) {
      // The evaluation has it, and explains the 401 that follows.
      return false;
    }
  }

  /** What the token of a request says that was let in with it. */
  AccessToken of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, AccessToken.class)
        .orElseThrow(() -> new IllegalStateException("there is no access token"));
  }

  private static String compact(HttpRequest<?> request) {
    return BearerToken.of(request.getHeaders().get(HttpHeaders.AUTHORIZATION)).required();
  }
}
