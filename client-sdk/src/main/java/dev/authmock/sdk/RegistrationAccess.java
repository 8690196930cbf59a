package dev.authmock.sdk;

import dev.authmock.sdk.conformance.model.ClientRegistration;
import java.net.URI;
import java.util.Objects;

/**
 * What it takes to read, replace or delete a registration: its id and its token.
 *
 * @param registrationId the last segment of the {@code registration_client_uri}
 * @param accessToken the {@code registration_access_token}; a secret, which {@link #toString()}
 *     hides
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7592#section-3">RFC 7592, section 3</a>
 */
public record RegistrationAccess(String registrationId, String accessToken) {

  /**
   * Takes both as they stand.
   *
   * @throws IllegalArgumentException if the id is blank, or the token holds what can't stand in an
   *     HTTP header
   */
  public RegistrationAccess {
    PathSegment.require(registrationId, "registrationId");
    BearerToken.requireSendable(Objects.requireNonNull(accessToken, "accessToken"));
  }

  /**
   * The access that a registration gives.
   *
   * @param registration the answer to a registration, a replacement or a reading
   * @return the access, good until the registration is replaced or deleted
   * @throws IllegalArgumentException if the answer lacks the {@code registration_access_token} or
   *     the {@code registration_client_uri}, which a server has to send (RFC 7592, section 3)
   */
  public static RegistrationAccess of(ClientRegistration registration) {
    String token = registration.getRegistrationAccessToken();
    URI uri = registration.getRegistrationClientUri();
    if (token == null || uri == null) {
      throw new IllegalArgumentException(
          "a registration without registration_access_token or registration_client_uri");
    }
    return new RegistrationAccess(LastSegment.of(uri), token);
  }

  /**
   * An access that was kept.
   *
   * @param registrationId the last segment of the {@code registration_client_uri}
   * @param accessToken the {@code registration_access_token}
   * @return the access
   * @throws IllegalArgumentException if the id is blank, or the token holds what can't stand in an
   *     HTTP header
   */
  public static RegistrationAccess of(String registrationId, String accessToken) {
    return new RegistrationAccess(registrationId, accessToken);
  }

  /** Tells which registration, and not the token. */
  @Override
  public String toString() {
    return "RegistrationAccess[registrationId=" + registrationId + "]";
  }
}
