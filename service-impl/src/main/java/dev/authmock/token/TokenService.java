package dev.authmock.token;

import dev.authmock.check.Evaluation;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Leads a token request to its grant, and what that allows to the issuer. */
@Singleton
class TokenService {
  private final Grants grants;
  private final TokenIssuer issuer;

  TokenService(Collection<GrantHandler> handlers, TokenIssuer issuer) {
    this.grants = new Grants(handlers);
    this.issuer = issuer;
  }

  IssuedTokens redeem(
      TokenRequest request, @Nullable String authorizationHeader, Evaluation evaluation) {
    issuer.requireReady();
    return issuer.issue(grants.redeem(request, authorizationHeader, evaluation), request);
  }
}
