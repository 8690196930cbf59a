package dev.authmock.token;

import dev.authmock.api.conformance.model.TokenForm;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.client.PresentedAssertion;
import dev.authmock.grant.CodeVerifier;
import dev.authmock.grant.UserPin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  /** The names of the parameters. */
  static final List<String> PARAMETERS = List.of(
      "grant_type",
      "client_id",
      "code",
      "client_assertion_type",
      "client_assertion",
      "code_verifier",
      "redirect_uri",
      "pre-authorized_code",
      "user_pin");

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

  /** What was sent, by the names of the parameters, as it came. */
  Map<String, String> parameters() {
    Map<String, String> sent = new HashMap<>();
    put(sent, "grant_type", grantType);
    put(sent, "client_id", clientId);
    put(sent, "code", code);
    put(sent, "client_assertion_type", assertion.type());
    put(sent, "client_assertion", assertion.assertion());
    put(sent, "code_verifier", codeVerifier == null ? null : codeVerifier.value());
    put(sent, "redirect_uri", redirectUri);
    put(sent, "pre-authorized_code", preAuthorizedCode);
    put(sent, "user_pin", userPin == null ? null : userPin.digits());
    return sent;
  }

  private static void put(Map<String, String> sent, String name, @Nullable String value) {
    if (value != null) {
      sent.put(name, value);
    }
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
