package dev.authmock.sdk;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks the authorization endpoint.
 *
 * <p>Immutable. A parameter may be given any value, also one that is to be refused; {@link
 * #toString()} shows the names only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
public final class AuthorizationRequest {

  /** The format that is asked for. */
  private static final String FORMAT = "jwt_vc";

  private final Map<String, String> parameters;

  private AuthorizationRequest(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /**
   * Starts a request for a code.
   *
   * @param clientId the wallet's {@code did:key}, or the URL that a service wallet was registered
   *     under
   * @return a request with {@code response_type=code}, {@code client_id} and {@code scope=openid}
   */
  public static AuthorizationRequest of(String clientId) {
    return new AuthorizationRequest(Map.of())
        .with("response_type", "code")
        .with("client_id", clientId)
        .with("scope", "openid");
  }

  /**
   * Sets where the code goes.
   *
   * @param redirectUri of a service wallet one that it registered
   * @return the same request with this {@code redirect_uri}
   */
  public AuthorizationRequest withRedirectUri(String redirectUri) {
    return with("redirect_uri", redirectUri);
  }

  /**
   * Sets what comes back with the code.
   *
   * @param state not to be guessed, fresh for each request
   * @return the same request with this {@code state}
   */
  public AuthorizationRequest withState(String state) {
    return with("state", state);
  }

  /**
   * Sets what comes back in the ID token.
   *
   * @param nonce not to be guessed, fresh for each request
   * @return the same request with this {@code nonce}
   */
  public AuthorizationRequest withNonce(String nonce) {
    return with("nonce", nonce);
  }

  /**
   * Adds the challenge, which a holder wallet has to send.
   *
   * @param pkce the verifier that the code is going to be redeemed with
   * @return the same request with {@code code_challenge} and {@code code_challenge_method}
   */
  public AuthorizationRequest withPkce(Pkce pkce) {
    return with("code_challenge", pkce.challenge()).with("code_challenge_method", pkce.method());
  }

  /**
   * Adds what the offer said about itself.
   *
   * @param issuerState the {@code issuer_state} of the offer
   * @return the same request with this {@code issuer_state}
   */
  public AuthorizationRequest withIssuerState(String issuerState) {
    return with("issuer_state", issuerState);
  }

  /**
   * Sets the credential that is wanted, in the format {@code jwt_vc}.
   *
   * @param types its types, as the offer or the issuer's metadata list them
   * @param locations the URL of the credential issuer, which becomes the audience of the access
   *     token; none leaves the member out
   * @return the same request with these {@code authorization_details} (RFC 9396, section 2)
   */
  public AuthorizationRequest withAuthorizationDetails(List<String> types, String... locations) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("type", "openid_credential");
    detail.put("format", FORMAT);
    detail.put("types", types);
    if (locations.length > 0) {
      detail.put("locations", List.of(locations));
    }
    return with("authorization_details", "[" + JSONObjectUtils.toJSONString(detail) + "]");
  }

  /**
   * Sets what the client says about itself.
   *
   * @param metadata for example {@code authorization_endpoint}, where it takes the server's request
   * @return the same request with this {@code client_metadata}
   */
  public AuthorizationRequest withClientMetadata(Map<String, ?> metadata) {
    return with(
        "client_metadata", JSONObjectUtils.toJSONString(Collections.unmodifiableMap(metadata)));
  }

  /**
   * Adds the signed request of a service wallet, by value.
   *
   * @param jwt the request object (RFC 9101, section 4)
   * @return the same request with this {@code request}
   */
  public AuthorizationRequest withRequest(String jwt) {
    return with("request", jwt);
  }

  /**
   * Adds the signed request of a service wallet, by reference.
   *
   * @param requestUri where the client serves its request object (RFC 9101, section 5.2)
   * @return the same request with this {@code request_uri}
   */
  public AuthorizationRequest withRequestUri(String requestUri) {
    return with("request_uri", requestUri);
  }

  /**
   * Sets any parameter.
   *
   * @param parameter its name
   * @param value its value, not encoded
   * @return the same request with this parameter
   */
  public AuthorizationRequest with(String parameter, String value) {
    Map<String, String> copy = new LinkedHashMap<>(parameters);
    copy.put(
        Objects.requireNonNull(parameter, "parameter"), Objects.requireNonNull(value, parameter));
    return new AuthorizationRequest(copy);
  }

  /**
   * Leaves a parameter out.
   *
   * @param parameter its name
   * @return the same request without it
   */
  public AuthorizationRequest without(String parameter) {
    Map<String, String> copy = new LinkedHashMap<>(parameters);
    copy.remove(parameter);
    return new AuthorizationRequest(copy);
  }

  /**
   * One parameter.
   *
   * @param parameter its name
   * @return its value, not encoded; null if it is not there
   */
  public @Nullable String parameter(String parameter) {
    return parameters.get(parameter);
  }

  /**
   * All parameters.
   *
   * @return the values by name, not encoded, in the order in which they were set; unmodifiable
   */
  public Map<String, String> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  /**
   * The request as it is sent.
   *
   * @return what stands behind the question mark, percent-encoded in UTF-8
   */
  public String toQuery() {
    return QueryString.of(parameters);
  }

  /** Tells which parameters there are, and not what they hold. */
  @Override
  public String toString() {
    return "AuthorizationRequest" + parameters.keySet();
  }
}
