package dev.authmock.sdk;

import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.sdk.conformance.api.DiscoveryApi;
import dev.authmock.sdk.conformance.api.RegistrationApi;
import dev.authmock.sdk.conformance.api.TokenApi;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.conformance.model.ClientRegistration;
import dev.authmock.sdk.conformance.model.JsonWebKeySet;
import dev.authmock.sdk.conformance.model.ServerMetadata;
import dev.authmock.sdk.conformance.model.TokenForm;
import dev.authmock.sdk.conformance.model.TokenResponse;
import java.net.URI;
import java.text.ParseException;

/**
 * A client of one Auth Mock.
 *
 * <p>Immutable and thread-safe; make one and keep it. Each method that asks the server throws
 * {@link AuthMockException} if the server refuses, and {@link AuthMockUnavailableException} if
 * there is no answer of an Auth Mock. Nothing is tried twice.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, section 3.2</a>
 */
public final class AuthMockClient {

  private static final String AUTHORIZATION_SERVER = "/conformance/v3/auth-mock";

  private final URI baseUrl;
  private final Calls calls;
  private final TokenApi token;
  private final DiscoveryApi discovery;
  private final RegistrationApi registration;
  private final AuthMockControl control;

  AuthMockClient(URI baseUrl, Transport conformance, Transport controlled) {
    this.baseUrl = baseUrl;
    calls = new Calls(baseUrl);
    token = new TokenApi(conformance);
    discovery = new DiscoveryApi(conformance);
    registration = new RegistrationApi(conformance);
    control = new AuthMockControl(calls, controlled);
  }

  /**
   * A client of the Auth Mock on this machine, {@value AuthMockClientBuilder#DEFAULT_BASE_URL}.
   *
   * @return a client with all settings as they are by default
   */
  public static AuthMockClient create() {
    return builder().build();
  }

  /**
   * Starts a client.
   *
   * @return a builder with all settings as they are by default
   */
  public static AuthMockClientBuilder builder() {
    return new AuthMockClientBuilder();
  }

  /**
   * Where the server is.
   *
   * @return the base URL, without a slash at its end
   */
  public URI baseUrl() {
    return baseUrl;
  }

  /**
   * The issuer URL, the audience of client assertions and {@code iss} of all tokens.
   *
   * @return the issuer URL as it follows from the base URL; a server that is configured to another
   *     name tells its own in {@link #metadata()}
   */
  public String issuer() {
    return baseUrl + AUTHORIZATION_SERVER;
  }

  /**
   * Where codes are redeemed.
   *
   * @return the URL of the token endpoint
   */
  public String tokenEndpoint() {
    return issuer() + "/token";
  }

  /**
   * Redeems an authorization code.
   *
   * @param grant the code, and the proof of the client
   * @return the tokens
   * @throws AuthMockException if the client did not prove itself (401), or the code, what is bound
   *     to it or the request is not in order (400)
   */
  public TokenResponse redeem(AuthorizationCodeGrant grant) {
    return redeem(grant.toForm());
  }

  /**
   * Redeems a pre-authorized code.
   *
   * @param grant the code, and its PIN where it has one
   * @return the tokens
   * @throws AuthMockException if the code, the PIN or the request is not in order (400), or a
   *     client assertion came along and is not (401)
   */
  public TokenResponse redeem(PreAuthorizedCodeGrant grant) {
    return redeem(grant.toForm());
  }

  private TokenResponse redeem(TokenForm form) {
    return calls.answer(() -> token.postTokenWithHttpInfo(form), TokenResponse::getAccessToken);
  }

  /**
   * What the server can do, and where (RFC 8414, section 3).
   *
   * @return the metadata
   */
  public ServerMetadata metadata() {
    return calls.answer(discovery::getOpenidConfigurationWithHttpInfo, ServerMetadata::getIssuer);
  }

  /**
   * The public keys that the server's tokens are signed with.
   *
   * @return the keys, to be found by the {@code kid} of a token's header
   */
  public JWKSet jwks() {
    JsonWebKeySet answer = calls.answer(discovery::getJwksWithHttpInfo, JsonWebKeySet::getKeys);
    try {
      return PublicKeys.parse(answer);
    } catch (ParseException e) {
      throw calls.unexpected(200, "with no key that can be read");
    }
  }

  /**
   * Registers a client (RFC 7591, section 3).
   *
   * @param metadata what the client says about itself; it brings its own {@code client_id}, and
   *     either {@code jwks} (see {@link PublicKeys}) or {@code jwks_uri}
   * @return the registration, with the token to manage it by (see {@link RegistrationAccess})
   * @throws AuthMockException if the metadata can't be registered (400)
   */
  public ClientRegistration register(ClientMetadata metadata) {
    return calls.answer(
        () -> registration.registerClientWithHttpInfo(metadata), ClientRegistration::getClientId);
  }

  /**
   * Reads a registration (RFC 7592, section 2.1).
   *
   * @param access the registration and its token
   * @return the registration as it stands, without a token
   * @throws AuthMockException if the token is not the one of that registration (401)
   */
  public ClientRegistration readRegistration(RegistrationAccess access) {
    return calls.answer(
        () -> registration.readClientWithHttpInfo(
            access.registrationId(), BearerToken.header(access.accessToken())),
        ClientRegistration::getClientId);
  }

  /**
   * Replaces a registration (RFC 7592, section 2.2); what the new metadata leave out is gone.
   *
   * @param access the registration and its token, which is not good any more afterwards
   * @param metadata the new metadata, with the {@code client_id} as it was
   * @return the registration as it now stands, with a new token
   * @throws AuthMockException if the token is not the one of that registration (401), or the
   *     metadata can't be registered (400)
   */
  public ClientRegistration replaceRegistration(
      RegistrationAccess access, ClientMetadata metadata) {
    return calls.answer(
        () -> registration.replaceClientWithHttpInfo(
            access.registrationId(), metadata, BearerToken.header(access.accessToken())),
        ClientRegistration::getClientId);
  }

  /**
   * Deletes a registration (RFC 7592, section 2.3).
   *
   * @param access the registration and its token
   * @throws AuthMockException if the token is not the one of that registration (401)
   */
  public void deleteRegistration(RegistrationAccess access) {
    calls.done(() -> registration.deleteClientWithHttpInfo(
        access.registrationId(), BearerToken.header(access.accessToken())));
  }

  /**
   * What a tester steers the server by.
   *
   * @return the control of the same server
   */
  public AuthMockControl control() {
    return control;
  }

  /**
   * The generated operation of the token endpoint, for requests that have no method here.
   *
   * @return the operations
   */
  public TokenApi tokenApi() {
    return token;
  }

  /**
   * The generated operations on metadata and keys.
   *
   * @return the operations
   */
  public DiscoveryApi discoveryApi() {
    return discovery;
  }

  /**
   * The generated operations on registrations.
   *
   * @return the operations
   */
  public RegistrationApi registrationApi() {
    return registration;
  }

  /** Tells the base URL only. */
  @Override
  public String toString() {
    return "AuthMockClient[" + baseUrl + "]";
  }
}
