package dev.authmock.token;

import dev.authmock.api.conformance.model.TokenForm;
import dev.authmock.body.FormModels;
import dev.authmock.check.Evaluation;
import dev.authmock.client.ClientAuthenticator;
import dev.authmock.grant.AuthorizationCode;
import dev.authmock.grant.PreAuthorizedCode;
import dev.authmock.grant.RehearsalStore;
import dev.authmock.grant.SingleUseStore;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on token requests as the token endpoint would now, by the same rules, and changes nothing:
 * no code is taken, no PIN costs a try, no jti is used up, no token is made. Keys that a client has
 * elsewhere are looked up as ever, so they may be fetched, and kept.
 */
@Singleton
public class TokenRehearsal {
  private static final Argument<TokenForm> FORM = Argument.of(TokenForm.class);

  private final FormModels forms;
  private final Grants grants;

  TokenRehearsal(
      FormModels forms,
      ClientAuthenticator authenticator,
      SingleUseStore<AuthorizationCode> codes,
      SingleUseStore<PreAuthorizedCode> preAuthorizedCodes) {
    this.forms = forms;
    ClientAuthenticator rehearsing = authenticator.rehearsing();
    this.grants = new Grants(List.of(
        new AuthorizationCodeGrant(rehearsing, new RehearsalStore<>(codes)),
        new PreAuthorizedCodeGrant(rehearsing, new RehearsalStore<>(preAuthorizedCodes))));
  }

  /**
   * Decides on a request.
   *
   * @param form its body
   * @throws dev.authmock.check.RefusedException if it breaks a rule
   */
  public void rehearse(byte[] form, @Nullable String authorizationHeader, Evaluation evaluation) {
    TokenRequest request = TokenRequest.of(forms.fill(FORM, form));
    grants.redeem(request, authorizationHeader, evaluation);
  }
}
