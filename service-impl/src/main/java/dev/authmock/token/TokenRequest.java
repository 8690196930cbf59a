package dev.authmock.token;

import dev.authmock.api.conformance.model.TokenForm;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.client.PresentedAssertion;
import dev.authmock.grant.CodeVerifier;
import dev.authmock.grant.UserPin;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A token request as it came: no parameter repeated, none empty.
 *
 * @param grantType grant_type
 * @param clientId client_id
 * @param code code
 * @param assertion client_assertion_type and client_assertion
 * @param codeVerifier code_verifier
 * @param redirectUri redirect_uri
 * @param preAuthorizedCode pre-authorized_code
 * @param userPin user_pin
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, section 4.1.3</a>
 */
public record TokenRequest(
    @Nullable String grantType,
    @Nullable String clientId,
    @Nullable String code,
    PresentedAssertion assertion,
    @Nullable CodeVerifier codeVerifier,
    @Nullable String redirectUri,
    @Nullable String preAuthorizedCode,
    @Nullable UserPin userPin) {

  static TokenRequest of(TokenForm form) {
    String verifier = form.getCodeVerifier();
    String pin = form.getUserPin();
    return new TokenRequest(
        form.getGrantType(),
        form.getClientId(),
        form.getCode(),
        new PresentedAssertion(form.getClientAssertionType(), form.getClientAssertion()),
        verifier == null ? null : new CodeVerifier(verifier),
        form.getRedirectUri(),
        form.getPreAuthorizedCode(),
        pin == null ? null : new UserPin(pin));
  }

  /** Notes what was sent: secrets as fingerprints, the PIN by its length only. */
  void noteOn(Evaluation evaluation) {
    evaluation.noteClient(clientId);
    note(evaluation, "grant_type", grantType, Difference::shorten);
    note(evaluation, "client_id", clientId, Difference::shorten);
    note(evaluation, "code", code, Fingerprint::of);
    note(evaluation, "client_assertion_type", assertion.type(), Difference::shorten);
    note(evaluation, "client_assertion", assertion.assertion(), Fingerprint::of);
    note(
        evaluation,
        "code_verifier",
        codeVerifier == null ? null : codeVerifier.value(),
        Fingerprint::of);
    note(evaluation, "redirect_uri", redirectUri, Difference::shorten);
    note(evaluation, "pre-authorized_code", preAuthorizedCode, Fingerprint::of);
    note(evaluation, "user_pin", userPin == null ? null : userPin.digits(), Fingerprint::ofLength);
  }

  private static void note(
      Evaluation evaluation, String name, @Nullable String value, UnaryOperator<String> shown) {
    if (value != null) {
      evaluation.note(name, shown.apply(value));
    }
  }

  /** Says nothing of the secrets. */
  @Override
  public String toString() {
    return "TokenRequest[" + grantType + "]";
  }
}
