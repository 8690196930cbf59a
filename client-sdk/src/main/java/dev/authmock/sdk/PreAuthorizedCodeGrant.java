package dev.authmock.sdk;

import dev.authmock.sdk.conformance.model.GrantType;
import dev.authmock.sdk.conformance.model.TokenForm;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pre-authorized code of a credential offer, with the PIN where the offer asked for one.
 *
 * <p>Immutable; {@link #toString()} shows no secret.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html">
 *     OpenID4VCI draft 11, section 6.1</a>
 */
public final class PreAuthorizedCodeGrant {

  private final String code;
  private final @Nullable UserPin userPin;
  private final @Nullable ClientAssertion assertion;

  private PreAuthorizedCodeGrant(
      String code, @Nullable UserPin userPin, @Nullable ClientAssertion assertion) {
    this.code = Objects.requireNonNull(code, "code");
    this.userPin = userPin;
    this.assertion = assertion;
  }

  /**
   * A code that asks for no PIN.
   *
   * @param code the {@code pre-authorized_code} of the offer
   * @return the grant
   */
  public static PreAuthorizedCodeGrant of(String code) {
    return new PreAuthorizedCodeGrant(code, null, null);
  }

  /**
   * Adds the PIN, which an offer with {@code user_pin_required: true} asks for.
   *
   * @param userPin the PIN; a wrong one costs one of the code's 5 tries
   * @return the same grant with this PIN
   */
  public PreAuthorizedCodeGrant withUserPin(UserPin userPin) {
    Objects.requireNonNull(userPin, "userPin");
    return new PreAuthorizedCodeGrant(code, userPin, assertion);
  }

  /**
   * Adds client authentication, which this grant does not ask for, but which is checked when it is
   * there.
   *
   * @param assertion a fresh client assertion; its client is sent as {@code client_id}
   * @return the same grant with this assertion
   */
  public PreAuthorizedCodeGrant withClientAssertion(ClientAssertion assertion) {
    Objects.requireNonNull(assertion, "assertion");
    return new PreAuthorizedCodeGrant(code, userPin, assertion);
  }

  TokenForm toForm() {
    TokenForm form =
        new TokenForm().grantType(GrantType.PRE_AUTHORIZED_CODE).preAuthorizedCode(code);
    if (userPin != null) {
      form.userPin(userPin.digits());
    }
    if (assertion != null) {
      form.clientId(assertion.clientId())
          .clientAssertionType(URI.create(ClientAssertion.TYPE))
          .clientAssertion(assertion.serialized());
    }
    return form;
  }

  /** Tells what is there, and neither the code nor the PIN. */
  @Override
  public String toString() {
    return "PreAuthorizedCodeGrant[userPin="
        + (userPin != null)
        + ", clientAssertion="
        + (assertion != null)
        + "]";
  }
}
