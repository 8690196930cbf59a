package dev.authmock.token;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.TokenCheck;
import dev.authmock.client.ClientAuthenticator;
import dev.authmock.client.ClientId;
import dev.authmock.grant.AuthorizedType;
import dev.authmock.grant.PreAuthorizedCode;
import dev.authmock.grant.Redemption;
import dev.authmock.grant.Redemption.Outcome;
import dev.authmock.grant.SingleUseStore;
import dev.authmock.grant.UserPin;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pre-authorized code grant: whoever has the code, and the PIN where one was asked for.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-6.1">OpenID4VCI
 *     draft 11, section 6.1</a>
 */
@Singleton
class PreAuthorizedCodeGrant implements GrantHandler {
  private final ClientAuthenticator authenticator;
  private final SingleUseStore<PreAuthorizedCode> codes;

  PreAuthorizedCodeGrant(
      ClientAuthenticator authenticator, SingleUseStore<PreAuthorizedCode> codes) {
    this.authenticator = authenticator;
    this.codes = codes;
  }

  @Override
  public String grantType() {
    return "urn:ietf:params:oauth:grant-type:pre-authorized_code";
  }

  @Override
  public Authorization redeem(TokenRequest request, Evaluation evaluation) {
    String code = evaluation.requirePresent(
        TokenCheck.PRE_AUTHORIZED_CODE_PRESENT, request.preAuthorizedCode(), "pre-authorized_code");
    UserPin pin = request.userPin();
    if (pin != null) {
      evaluation.require(
          TokenCheck.USER_PIN_FORM,
          pin.isWellFormed(),
          () -> new Difference("1 to 8 digits", Fingerprint.ofLength(pin.digits())));
    }
    Optional<PreAuthorizedCode> live = codes.peek(code);
    live.ifPresent(bound -> {
      evaluation.noteFlow(bound.flowId());
      evaluation.noteClient(bound.clientId());
      evaluation.noteCredentialType(AuthorizedType.of(bound.authorizationDetails()));
    });
    evaluation.beforeDecision();
    // Without a type, known wallets send a client_id or an assertion that means nothing here.
    Optional<ClientId> client = request.assertion().hasType()
        ? Optional.of(authenticator.authenticateByAssertion(
            request.clientId(), request.assertion(), live.isPresent(), evaluation))
        : Optional.empty();
    live.ifPresent(bound -> requirePinAsAsked(bound, pin, evaluation));

    PreAuthorizedCode taken = take(code, pin, evaluation);
    evaluation.noteClient(taken.clientId());
    client.ifPresent(authenticated -> requireClient(taken, authenticated, evaluation));
    return new Authorization(
        taken.flowId(),
        taken.clientId(),
        taken.subject(),
        taken.nonce(),
        taken.authorizationDetails());
  }

  /** A PIN that was forgotten leaves the code alone; so this comes before the code is taken. */
  private static void requirePinAsAsked(
      PreAuthorizedCode bound, @Nullable UserPin pin, Evaluation evaluation) {
    if (bound.userPinRequired()) {
      evaluation.requirePresent(TokenCheck.USER_PIN_PRESENT, pin, "user_pin");
    } else {
      evaluation.require(
          TokenCheck.USER_PIN_EXPECTED,
          pin == null,
          () -> new Difference("no user_pin, for the offer asked for none", "one"));
    }
  }

  // pre-authorized_code (REQUIRED), user_pin (when asked for)
  private PreAuthorizedCode take(String code, @Nullable UserPin pin, Evaluation evaluation) {
    Redemption<PreAuthorizedCode> redemption =
        pin == null ? codes.redeem(code) : codes.redeem(code, pin.digits());
    evaluation.noteFlow(redemption.flowId());
    evaluation.require(
        TokenCheck.PRE_AUTHORIZED_CODE_KNOWN,
        !redemption.is(Outcome.UNKNOWN),
        () -> new Difference("a code of this server", Fingerprint.of(code)));
    evaluation.require(
        TokenCheck.PRE_AUTHORIZED_CODE_UNUSED,
        !redemption.is(Outcome.ALREADY_USED),
        () -> new Difference("a code that is still unused", "one that an earlier request took"));
    evaluation.require(
        TokenCheck.USER_PIN_TRIES,
        !redemption.is(Outcome.WITHDRAWN),
        () -> new Difference("a code with tries left", "one without"));
    evaluation.require(
        TokenCheck.PRE_AUTHORIZED_CODE_NOT_EXPIRED,
        !redemption.is(Outcome.EXPIRED),
        () -> redemption.lateness("a code"));
    if (pin != null || redemption.is(Outcome.WRONG_SECRET)) {
      evaluation.require(
          TokenCheck.USER_PIN_MATCHES,
          !redemption.is(Outcome.WRONG_SECRET),
          () -> new Difference(
              "the PIN of the offer (where none was given, of the SHA-256 of the wallet's DID the last"
                  + " 4 bytes, each modulo 10)",
              wrongPin(redemption.triesLeft())));
    }
    return redemption.required();
  }

  private static String wrongPin(int triesLeft) {
    return "another one (tries left: "
        + triesLeft
        + (triesLeft == 0 ? ", so the code has ended)" : ")");
  }

  private static void requireClient(
      PreAuthorizedCode taken, ClientId client, Evaluation evaluation) {
    evaluation.require(
        TokenCheck.PRE_AUTHORIZED_CODE_CLIENT,
        taken.clientId().equals(client.value()),
        () -> Difference.of("the client that the code was made for", client.value()));
  }
}
