package dev.authmock.sdk;

import org.jspecify.annotations.Nullable;

/**
 * The answer to an authorization request: the code.
 *
 * @param redirect where it was sent, with all that was sent
 * @param code the {@code code}, good for one redemption within 300 seconds; a secret, which {@link
 *     #toString()} hides
 * @param state the client's own {@code state}, to be compared; null if there is none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
public record AuthorizationResponse(
    Redirect redirect, String code, @Nullable String state) {

  /** Tells where it was sent, and not the code. */
  @Override
  public String toString() {
    return "AuthorizationResponse[redirect=" + redirect + "]";
  }
}
