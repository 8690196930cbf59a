package dev.authmock.sdk;

import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.sdk.conformance.api.AuthorizationApi;
import dev.authmock.sdk.conformance.api.CredentialsApi;
import dev.authmock.sdk.conformance.api.DiscoveryApi;
import dev.authmock.sdk.conformance.api.OffersApi;
import dev.authmock.sdk.conformance.api.RegistrationApi;
import dev.authmock.sdk.conformance.api.TokenApi;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.conformance.model.ClientRegistration;
import dev.authmock.sdk.conformance.model.CredentialIssuerMetadata;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.CredentialRequest;
import dev.authmock.sdk.conformance.model.CredentialResponse;
import dev.authmock.sdk.conformance.model.DirectPostForm;
import dev.authmock.sdk.conformance.model.JsonWebKeySet;
import dev.authmock.sdk.conformance.model.ServerMetadata;
import dev.authmock.sdk.conformance.model.TokenForm;
import dev.authmock.sdk.conformance.model.TokenResponse;
import java.net.URI;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client of one Auth Mock.
 *
 * <p>Immutable and thread-safe; make one and keep it. Each method that asks the server throws
 * {@link AuthMockException} if the server refuses, and {@link AuthMockUnavailableException} if
 * there is no answer of an Auth Mock. Nothing is tried twice. An argument that is null, where the
 * method does not allow it, is a {@link NullPointerException}, and nothing is sent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, section 3.2</a>
 */
public final class AuthMockClient {

  private static final String AUTHORIZATION_SERVER = "/conformance/v3/auth-mock";
  private static final String CREDENTIAL_ISSUER = "/conformance/v3/issuer-mock";

  private final URI baseUrl;
  private final Calls calls;
  private final TokenApi token;
  private final DiscoveryApi discovery;
  private final RegistrationApi registration;
  private final AuthorizationApi authorization;
  private final OffersApi offers;
  private final CredentialsApi credentials;
  private final AuthMockControl control;

  AuthMockClient(URI baseUrl, Transport conformance, Transport controlled) {
    this.baseUrl = baseUrl;
    calls = new Calls(baseUrl);
    token = new TokenApi(conformance);
    discovery = new DiscoveryApi(conformance);
    registration = new RegistrationApi(conformance);
    authorization = new AuthorizationApi(conformance);
    offers = new OffersApi(conformance);
    credentials = new CredentialsApi(conformance);
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
   * The URL of the credential issuer, the audience of proofs of possession.
   *
   * @return the URL as it follows from the base URL; a server that is configured to another name
   *     tells its own in {@link #issuerMetadata()}
   */
  public String credentialIssuer() {
    return baseUrl + CREDENTIAL_ISSUER;
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
    return redeem(Objects.requireNonNull(grant, "grant").toForm());
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
    return redeem(Objects.requireNonNull(grant, "grant").toForm());
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
    return keys(calls.answer(discovery::getJwksWithHttpInfo, JsonWebKeySet::getKeys));
  }

  private JWKSet keys(JsonWebKeySet answer) {
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
    Objects.requireNonNull(metadata, "metadata");
    return calls.answer(
        () -> registration.registerClientWithHttpInfo(metadata), ClientRegistration::getClientId);
  }

  /**
   * Reads a registration (RFC 7592, section 2.1).
   *
   * @param access the registration and its token
   * @return the registration as it stands, with its token, which stays good (RFC 7592, section 3)
   * @throws AuthMockException if the token is not the one of that registration (401)
   */
  public ClientRegistration readRegistration(RegistrationAccess access) {
    Objects.requireNonNull(access, "access");
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
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(metadata, "metadata");
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
    Objects.requireNonNull(access, "access");
    calls.done(() -> registration.deleteClientWithHttpInfo(
        access.registrationId(), BearerToken.header(access.accessToken())));
  }

  /**
   * Starts an offer, for a wallet that takes offers at {@code openid-credential-offer://}.
   *
   * @param credentialType what is to be offered, for example {@code CTWalletSameAuthorisedInTime}
   * @param clientId the {@code did:key} of the wallet
   * @return the URL of the offer, from the redirect of a same-device type or the text of a
   *     cross-device one; it is no {@link URI} for Java, which wants an authority
   * @throws AuthMockException if there is no such offer, or not for this wallet (400)
   */
  public String requestOffer(String credentialType, String clientId) {
    return requestOffer(credentialType, clientId, null);
  }

  /**
   * Starts an offer.
   *
   * @param credentialType what is to be offered, for example {@code CTWalletSameAuthorisedInTime}
   * @param clientId the {@code did:key} of the wallet
   * @param credentialOfferEndpoint where the wallet takes offers, {@code
   *     openid-credential-offer://} if null
   * @return the URL of the offer, from the redirect of a same-device type or the text of a
   *     cross-device one
   * @throws AuthMockException if there is no such offer, or not for this wallet (400)
   */
  public String requestOffer(
      String credentialType, String clientId, @Nullable String credentialOfferEndpoint) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("credential_type", Objects.requireNonNull(credentialType, "credentialType"));
    query.put("client_id", Objects.requireNonNull(clientId, "clientId"));
    if (credentialOfferEndpoint != null) {
      query.put("credential_offer_endpoint", credentialOfferEndpoint);
    }
    return calls.url(() -> offers.initiateCredentialOfferWithHttpInfo(QueryString.of(query)));
  }

  /**
   * Reads an offer (OpenID4VCI draft 11, section 4.1.3), at this client's base URL.
   *
   * @param credentialOfferUri the {@code credential_offer_uri}, of which the id at its end is used
   * @return the offer
   * @throws AuthMockException with status 404 if there is no such offer any more
   * @throws IllegalArgumentException if it is not where an Auth Mock has its offers
   */
  public CredentialOffer readOffer(URI credentialOfferUri) {
    Objects.requireNonNull(credentialOfferUri, "credentialOfferUri");
    String id = LastSegment.of(credentialOfferUri, CREDENTIAL_ISSUER + "/offers/");
    return calls.answer(
        () -> offers.getCredentialOfferWithHttpInfo(id), CredentialOffer::getCredentials);
  }

  /**
   * Asks for an authorization code (RFC 6749, section 4.1.1).
   *
   * @param request what is asked for
   * @return the redirect to the wallet, with the server's own request for an ID token or a VP token
   * @throws AuthorizationException if the server refuses by redirect
   * @throws AuthMockException if it refuses, and does not trust the client or its {@code
   *     redirect_uri} (400)
   */
  public Redirect authorize(AuthorizationRequest request) {
    Objects.requireNonNull(request, "request");
    return calls.redirect(() -> authorization.authorizeWithHttpInfo(request.toQuery()));
  }

  /**
   * Reads a request of the server that was passed by reference (RFC 9101, section 5.2), at this
   * client's base URL.
   *
   * @param requestUri the {@code request_uri}, of which the id at its end is used
   * @return the JWT
   * @throws AuthMockException with status 404 if there is no such request any more
   * @throws IllegalArgumentException if it is not where an Auth Mock has its requests
   */
  public String requestObject(URI requestUri) {
    Objects.requireNonNull(requestUri, "requestUri");
    String id = LastSegment.of(requestUri, AUTHORIZATION_SERVER + "/request_uri/");
    return calls.answer(() -> authorization.getRequestObjectWithHttpInfo(id), jwt -> jwt);
  }

  /**
   * Answers the server's request for an ID token or a VP token (OpenID4VP, section 6.2).
   *
   * @param form the answer, with the {@code state} of the server's request
   * @return the authorization response
   * @throws AuthorizationException if the server refuses by redirect, as it does if the form has an
   *     {@code error}
   * @throws AuthMockException if the answer does not hold (400)
   */
  public AuthorizationResponse directPost(DirectPostForm form) {
    Objects.requireNonNull(form, "form");
    Redirect redirect = calls.redirect(() -> authorization.directPostWithHttpInfo(form));
    String code = calls.parameter(redirect, "code");
    if (code == null) {
      throw calls.unexpected(302, "with a Location that has neither a code nor an error");
    }
    return new AuthorizationResponse(redirect, code, calls.parameter(redirect, "state"));
  }

  /**
   * What the credential issuer issues, and where (OpenID4VCI draft 11, section 10.2).
   *
   * @return the metadata
   */
  public CredentialIssuerMetadata issuerMetadata() {
    return calls.answer(
        credentials::getCredentialIssuerMetadataWithHttpInfo,
        CredentialIssuerMetadata::getCredentialIssuer);
  }

  /**
   * The public keys that credentials are signed with.
   *
   * @return the keys, to be found by the {@code kid} of a credential's header
   */
  public JWKSet issuerJwks() {
    return keys(calls.answer(credentials::getIssuerJwksWithHttpInfo, JsonWebKeySet::getKeys));
  }

  /**
   * Asks for a credential (OpenID4VCI draft 11, section 7).
   *
   * @param accessToken the {@code access_token} of the token response
   * @param request what is wanted, with a proof of possession
   * @return the credential, or an {@code acceptance_token} to ask for it later
   * @throws CredentialException if the token is not good (401), or the request or its proof is not
   *     in order (400)
   * @throws IllegalArgumentException if the token holds what can't stand in an HTTP header
   */
  public CredentialResponse requestCredential(String accessToken, CredentialRequest request) {
    Objects.requireNonNull(accessToken, "accessToken");
    Objects.requireNonNull(request, "request");
    Map<String, String> bearer = BearerToken.header(BearerToken.requireSendable(accessToken));
    return issued(() -> calls.answer(
        () -> credentials.postCredentialWithHttpInfo(request, bearer),
        AuthMockClient::credentialOrPromise));
  }

  /**
   * Asks for a credential that was deferred (OpenID4VCI draft 11, section 9).
   *
   * @param acceptanceToken the {@code acceptance_token} of the credential response
   * @return the credential
   * @throws CredentialException if it is not there yet ({@link CredentialException#isPending()}),
   *     or the token is not good
   * @throws IllegalArgumentException if the token holds what can't stand in an HTTP header
   */
  public CredentialResponse requestDeferredCredential(String acceptanceToken) {
    Objects.requireNonNull(acceptanceToken, "acceptanceToken");
    Map<String, String> bearer = BearerToken.header(BearerToken.requireSendable(acceptanceToken));
    return issued(() -> calls.answer(
        () -> credentials.postDeferredCredentialWithHttpInfo(bearer),
        AuthMockClient::credentialOrPromise));
  }

  private static CredentialResponse issued(Supplier<CredentialResponse> call) {
    try {
      return call.get();
    } catch (AuthMockException refused) {
      throw new CredentialException(refused.problem());
    }
  }

  private static @Nullable Object credentialOrPromise(CredentialResponse response) {
    return response.getCredential() == null
        ? response.getAcceptanceToken()
        : response.getCredential();
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

  /**
   * The generated operations of an authorization, for requests that have no method here.
   *
   * @return the operations
   */
  public AuthorizationApi authorizationApi() {
    return authorization;
  }

  /**
   * The generated operations on offers, for requests that have no method here.
   *
   * @return the operations
   */
  public OffersApi offersApi() {
    return offers;
  }

  /**
   * The generated operations on credentials, for requests that have no method here.
   *
   * @return the operations
   */
  public CredentialsApi credentialsApi() {
    return credentials;
  }

  /** Tells the base URL only. */
  @Override
  public String toString() {
    return "AuthMockClient[" + baseUrl + "]";
  }
}
