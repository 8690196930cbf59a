package dev.authmock.sdk.wallet;

import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.conformance.model.ServerMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the server asks a wallet in the course of an authorization: an ID token, or a presentation.
 *
 * @param redirect how it came
 * @param responseType {@code id_token} or {@code vp_token}
 * @param clientId the server, the audience of the answer
 * @param redirectUri where the answer is to be posted
 * @param state to be posted with the answer; a secret while it is unanswered, as is the nonce
 * @param nonce to be claimed by the answer
 * @param claims all claims of the request object
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html">OpenID4VP,
 *     section 5</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-6">RFC 9101, section 6</a>
 */
public record WalletRequest(
    Redirect redirect,
    String responseType,
    String clientId,
    String redirectUri,
    String state,
    String nonce,
    Map<String, Object> claims) {

  /** The response type of a request for an ID token. */
  public static final String ID_TOKEN = "id_token";

  /** The response type of a request for a presentation. */
  public static final String VP_TOKEN = "vp_token";

  /** What the redirect and the request object both have. */
  private static final List<String> TWINS = List.of(
      "response_type", "response_mode", "client_id", "redirect_uri", "scope", "state", "nonce");

  /**
   * Verifies a request and reads it.
   *
   * @param redirect how it came
   * @param requestObject its JWT, {@code request} of the redirect or what {@code request_uri} gives
   * @param server the metadata of the server that it has to come from
   * @param keys the keys of that server
   * @param wallet the {@code client_id} of the wallet that it has to be for
   * @param at when it came
   * @return the request
   * @throws VerificationException if it is not signed by the server, not for this wallet, expired,
   *     or not the request that the redirect describes; or if the metadata lack the {@code issuer}
   *     or the {@code redirect_uris}
   */
  public static WalletRequest verify(
      Redirect redirect,
      String requestObject,
      ServerMetadata server,
      JWKSet keys,
      String wallet,
      Instant at) {
    SignedClaims claims = SignedClaims.verify("the server's request", requestObject, keys, at);
    String issuer = required(server.getIssuer(), "issuer").toString();
    claims.require(issuer.equals(claims.text("iss")), "must have the iss " + issuer);
    claims.require(issuer.equals(claims.text("client_id")), "must have the client_id " + issuer);
    claims.require(claims.audience().contains(wallet), "must have the aud " + wallet);
    claims.require(
        "direct_post".equals(claims.text("response_mode")),
        "must have the response_mode direct_post");
    Map<String, String> parameters = redirect.parameters();
    for (String name : TWINS) {
      claims.require(
          !parameters.containsKey(name) || parameters.get(name).equals(claims.text(name)),
          "must have the " + name + " of the redirect");
    }
    String redirectUri = claims.required("redirect_uri");
    claims.require(
        required(server.getRedirectUris(), "redirect_uris").stream()
            .anyMatch(uri -> redirectUri.equals(Objects.toString(uri, null))),
        "must have a redirect_uri of the server's metadata");
    return new WalletRequest(
        redirect,
        claims.required("response_type"),
        claims.required("client_id"),
        redirectUri,
        claims.required("state"),
        claims.required("nonce"),
        claims.json());
  }

  private static <T> T required(@Nullable T member, String name) {
    return VerificationException.required(member, "the server's metadata", name);
  }

  /**
   * Whether the request was passed by reference.
   *
   * @return whether the redirect had a {@code request_uri}
   */
  public boolean isByReference() {
    return redirect.parameter("request_uri") != null;
  }

  /**
   * Which credentials are to be presented.
   *
   * @return the {@code presentation_definition}; null if the request has none
   * @throws VerificationException if it can't be read
   */
  public @Nullable PresentationDefinition presentationDefinition() {
    Object definition = claims.get("presentation_definition");
    return definition == null ? null : PresentationDefinition.parse(definition);
  }

  /** Tells what is asked for, and neither the state nor the nonce. */
  @Override
  public String toString() {
    return "WalletRequest[responseType=" + responseType + ", clientId=" + clientId + "]";
  }
}
