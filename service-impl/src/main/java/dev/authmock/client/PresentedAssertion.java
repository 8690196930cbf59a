package dev.authmock.client;

import org.jspecify.annotations.Nullable;

/**
 * What a request brings along to authenticate its client.
 *
 * @param type the client_assertion_type, if sent
 * @param assertion the client_assertion, if sent
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7521#section-4.2">RFC 7521, section 4.2</a>
 */
public record PresentedAssertion(
    @Nullable String type, @Nullable String assertion) {
  /** The one type of assertion that is taken. */
  public static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** Whether the assertion is to be looked at; without a type it is not. */
  public boolean hasType() {
    return type != null;
  }

  /** Says nothing of the assertion. */
  @Override
  public String toString() {
    return "PresentedAssertion";
  }
}
