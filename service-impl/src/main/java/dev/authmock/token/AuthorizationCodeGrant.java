package dev.authmock.token;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.TokenCheck;
import dev.authmock.client.ClientAuthenticator;
import dev.authmock.client.ClientId;
import dev.authmock.grant.AuthorizationCode;
import dev.authmock.grant.AuthorizedType;
import dev.authmock.grant.CodeChallenge;
import dev.authmock.grant.CodeVerifier;
import dev.authmock.grant.Redemption;
import dev.authmock.grant.Redemption.Outcome;
import dev.authmock.grant.SingleUseStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grant {@code authorization_code}: first the client, then the code, then what is bound to it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, section 4.1.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.6">RFC 7636, section 4.6</a>
 */
@Singleton
class AuthorizationCodeGrant implements GrantHandler {
  private final ClientAuthenticator authenticator;
  private final SingleUseStore<AuthorizationCode> codes;

  AuthorizationCodeGrant(
      ClientAuthenticator authenticator, SingleUseStore<AuthorizationCode> codes) {
    this.authenticator = authenticator;
    this.codes = codes;
  }

  @Override
  public String grantType() {
    return "authorization_code";
  }

  @Override
  public Authorization redeem(TokenRequest request, Evaluation evaluation) {
    ClientId client = requireClientId(request, evaluation);
    String code = evaluation.requirePresent(TokenCheck.CODE_PRESENT, request.code(), "code");
    evaluation.require(
        TokenCheck.USER_PIN_EXPECTED,
        request.userPin() == null,
        () -> new Difference("no user_pin with authorization_code", "one"));
    Optional<AuthorizationCode> live = codes.peek(code);
    live.ifPresent(bound -> {
      evaluation.noteFlow(bound.flowId());
      evaluation.noteCredentialType(AuthorizedType.of(bound.authorizationDetails()));
    });
    evaluation.beforeDecision();
    authenticator.authenticate(client, request.assertion(), live.isPresent(), evaluation);
    requireVerifier(client, live, request, evaluation);

    AuthorizationCode taken = take(code, evaluation);
    requireClient(taken, client, evaluation);
    requireRedirectUri(taken, request, evaluation);
    requireProof(taken.codeChallenge(), request.codeVerifier(), evaluation);
    return new Authorization(
        taken.flowId(),
        taken.clientId(),
        taken.subject(),
        taken.nonce(),
        taken.authorizationDetails());
  }

  // client_id (REQUIRED)
  private static ClientId requireClientId(TokenRequest request, Evaluation evaluation) {
    String value =
        evaluation.requirePresent(TokenCheck.CLIENT_ID_PRESENT, request.clientId(), "client_id");
    Optional<ClientId> client = ClientId.parse(value);
    evaluation.require(
        TokenCheck.CLIENT_ID_FORM,
        client.isPresent(),
        () -> Difference.of("an http(s) URL or a did:key", value));
    return client.orElseThrow();
  }

  /**
   * A verifier that was forgotten leaves the code alone; so this comes before the code is taken.
   */
  private static void requireVerifier(
      ClientId client,
      Optional<AuthorizationCode> live,
      TokenRequest request,
      Evaluation evaluation) {
    boolean needed = !client.isServiceWallet()
        || live.filter(bound -> bound.codeChallenge() != null).isPresent();
    if (needed) {
      evaluation.requirePresent(
          TokenCheck.CODE_VERIFIER_PRESENT, request.codeVerifier(), "code_verifier");
    }
  }

  // code (REQUIRED)
  private AuthorizationCode take(String code, Evaluation evaluation) {
    Redemption<AuthorizationCode> redemption = codes.redeem(code);
    evaluation.noteFlow(redemption.flowId());
    evaluation.require(
        TokenCheck.CODE_KNOWN,
        !redemption.is(Outcome.UNKNOWN),
        () -> new Difference("a code of this server", Fingerprint.of(code)));
    evaluation.require(
        TokenCheck.CODE_UNUSED,
        !redemption.is(Outcome.ALREADY_USED),
        () -> new Difference("a code that is still unused", "one that an earlier request took"));
    evaluation.require(
        TokenCheck.CODE_NOT_EXPIRED,
        !redemption.is(Outcome.EXPIRED),
        () -> redemption.lateness("a code"));
    return redemption.required();
  }

  private static void requireClient(
      AuthorizationCode taken, ClientId client, Evaluation evaluation) {
    evaluation.require(
        TokenCheck.CODE_CLIENT,
        taken.clientId().equals(client.value()),
        () -> Difference.of("the client that the code was given to", client.value()));
  }

  // redirect_uri (when sent, identical)
  private static void requireRedirectUri(
      AuthorizationCode taken, TokenRequest request, Evaluation evaluation) {
    String sent = request.redirectUri();
    if (sent != null) {
      evaluation.require(
          TokenCheck.REDIRECT_URI_MATCHES,
          sent.equals(taken.redirectUri()),
          () -> Difference.of(Difference.show(taken.redirectUri()), sent));
    }
  }

  private static void requireProof(
      @Nullable CodeChallenge challenge, @Nullable CodeVerifier verifier, Evaluation evaluation) {
    if (verifier == null) {
      // It may have been out of sight when that was looked at first: another node gave it back
      // since.
      evaluation.require(
          TokenCheck.CODE_VERIFIER_PRESENT,
          challenge == null,
          () -> Difference.missing("code_verifier"));
      return;
    }
    if (challenge == null) {
      throw evaluation.refuse(
          TokenCheck.CODE_VERIFIER_EXPECTED,
          new Difference("no code_verifier", Fingerprint.of(verifier.value())));
    }
    evaluation.pass(TokenCheck.CODE_VERIFIER_EXPECTED);
    evaluation.require(
        TokenCheck.CODE_VERIFIER_FORM,
        verifier.isWellFormed(),
        () -> new Difference("43 to 128 unreserved characters", form(verifier)));
    // A challenge is no secret, nor is the one of a wrong verifier; side by side they tell a lot.
    evaluation.require(
        TokenCheck.CODE_VERIFIER_MATCHES,
        challenge.isOf(verifier),
        () -> mismatch(challenge, verifier));
  }

  private static Difference mismatch(CodeChallenge challenge, CodeVerifier verifier) {
    if (challenge.value().equals(verifier.value())) {
      return new Difference(
          "the value whose SHA-256 the code_challenge is",
          "the code_challenge itself, as the method plain has it");
    }
    return new Difference(
        "a code_verifier with the challenge '" + challenge.value() + "'",
        "one with the challenge '" + CodeChallenge.of(verifier).value() + "'");
  }

  private static String form(CodeVerifier verifier) {
    int length = verifier.value().length();
    return length
        + (length == 1 ? " character" : " characters")
        + (verifier.hasOnlyAllowedCharacters() ? "" : ", some of them not allowed");
  }
}
