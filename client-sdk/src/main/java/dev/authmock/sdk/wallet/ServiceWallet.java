package dev.authmock.sdk.wallet;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.ClientAssertion;
import dev.authmock.sdk.conformance.model.SupportedCredential;
import java.util.List;
import java.util.Map;

/**
 * The wallet of a legal person, whose {@code client_id} is a registered URL: it signs its
 * authorization requests, answers with an ID token or a presentation, and authenticates with a
 * client assertion.
 *
 * <p>{@link #obtainCredential(String)} runs a whole flow; see {@link Wallet} for the steps.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101">RFC 9101</a>
 */
public final class ServiceWallet extends Wallet {

  private final String clientId;
  private final ECKey key;

  ServiceWallet(ServiceWalletBuilder builder, String clientId, ECKey key, WalletIdentity identity) {
    super(builder, identity);
    this.clientId = clientId;
    this.key = key;
  }

  /**
   * A wallet that registers itself with its key, and whose DID is the {@code did:key} of that key.
   *
   * @param client the Auth Mock that it deals with
   * @param clientId the http(s) URL that it is to be registered under
   * @param key its private P-256 key; the {@code kid} is {@code key-1} where it has none
   * @return the wallet, registered
   * @throws IllegalArgumentException if the key has no private part, or is not on the curve P-256
   * @throws dev.authmock.sdk.AuthMockException if it can't be registered (400)
   */
  public static ServiceWallet create(AuthMockClient client, String clientId, ECKey key) {
    return builder(client, clientId, key).build();
  }

  /**
   * Starts a wallet.
   *
   * @param client the Auth Mock that it deals with
   * @param clientId the http(s) URL that it is registered under
   * @param key its private P-256 key; the {@code kid} is {@code key-1} where it has none
   * @return a builder with all settings as they are by default
   * @throws IllegalArgumentException if the key has no private part, or is not on the curve P-256
   */
  public static ServiceWalletBuilder builder(AuthMockClient client, String clientId, ECKey key) {
    return new ServiceWalletBuilder(client, clientId, key);
  }

  @Override
  public String clientId() {
    return clientId;
  }

  /**
   * The key of the client, which signs request objects and client assertions.
   *
   * @return the private key, with its {@code kid}
   */
  public ECKey key() {
    return key;
  }

  /**
   * All types of a credential, as the issuer's metadata list them.
   *
   * @param credentialType its own type, for example {@code VerifiableAuthorisationToOnboard}
   * @return the types, its own the last
   * @throws IllegalArgumentException if the issuer does not issue it
   * @throws VerificationException if the issuer's metadata lack the {@code credentials_supported}
   */
  public List<String> types(String credentialType) {
    return VerificationException.required(
            issuer().getCredentialsSupported(), "the issuer's metadata", "credentials_supported")
        .stream()
        .map(SupportedCredential::getTypes)
        .filter(types -> types != null && types.contains(credentialType))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the issuer does not issue " + credentialType));
  }

  /**
   * The authorization request for a credential, not signed yet.
   *
   * @param types the types of the credential, as {@link #types(String)} gives them
   * @return the request, with a fresh {@code state} and {@code nonce}, and no challenge
   */
  public AuthorizationRequest authorizationRequest(List<String> types) {
    return request(types, issuer().getCredentialIssuer().toString())
        .withClientMetadata(Map.of("authorization_endpoint", authorizationEndpoint()));
  }

  /**
   * Signs an authorization request, to be sent by value or served at a {@code request_uri}.
   *
   * @param request what is asked for
   * @return the request object
   */
  public RequestObject requestObject(AuthorizationRequest request) {
    return RequestObject.builder(request, key, server().getIssuer().toString())
        .clock(clock())
        .sign();
  }

  /**
   * Signs an authorization request and adds the signed one by value.
   *
   * @param request what is asked for
   * @return the same request with {@code request}
   */
  public AuthorizationRequest signed(AuthorizationRequest request) {
    return request.withRequest(requestObject(request).serialized());
  }

  /**
   * A client assertion for the token endpoint.
   *
   * @return a fresh one, good for one request
   */
  public ClientAssertion clientAssertion() {
    return ClientAssertion.builder(clientId, server().getIssuer().toString(), key)
        .clock(clock())
        .sign();
  }

  /**
   * Takes the way to the code.
   *
   * @param credentialType the credential's own type
   * @return the code with a client assertion, not redeemed yet
   * @throws IllegalArgumentException if the issuer does not issue it
   * @throws IllegalStateException if the wallet does not hold what it has to present
   */
  public AuthorizationCodeGrant authorize(String credentialType) {
    return grant(authorize(signed(authorizationRequest(types(credentialType)))).code());
  }

  /**
   * Makes a code ready to be redeemed.
   *
   * @param code the code of an authorization response
   * @return the code with a fresh client assertion and the {@code redirect_uri}
   */
  public AuthorizationCodeGrant grant(String code) {
    return AuthorizationCodeGrant.ofServiceWallet(code, clientAssertion())
        .withRedirectUri(redirectUri());
  }

  @Override
  public IssuedCredential obtainCredential(String credentialType) {
    return obtain(client().redeem(authorize(credentialType)), types(credentialType));
  }
}
