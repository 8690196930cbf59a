package dev.authmock.sdk;

import dev.authmock.sdk.conformance.model.GrantType;
import dev.authmock.sdk.conformance.model.TokenForm;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code, and the proof of the client that redeems it.
 *
 * <p>Immutable; {@link #toString()} shows no secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, section 4.1.3</a>
 */
public final class AuthorizationCodeGrant {

  private final String code;
  private final String clientId;
  private final @Nullable ClientAssertion assertion;
  private final @Nullable Pkce pkce;
  private final @Nullable String redirectUri;

  private AuthorizationCodeGrant(
      String code,
      String clientId,
      @Nullable ClientAssertion assertion,
      @Nullable Pkce pkce,
      @Nullable String redirectUri) {
    this.code = Objects.requireNonNull(code, "code");
    this.clientId = clientId;
    this.assertion = assertion;
    this.pkce = pkce;
    this.redirectUri = redirectUri;
  }

  /**
   * A code of a service wallet, whose {@code client_id} is a registered URL and who signs.
   *
   * @param code the {@code code} of the authorization response
   * @param assertion a fresh client assertion; its client is sent as {@code client_id}
   * @return the grant
   */
  public static AuthorizationCodeGrant ofServiceWallet(String code, ClientAssertion assertion) {
    Objects.requireNonNull(assertion, "assertion");
    return new AuthorizationCodeGrant(code, assertion.clientId(), assertion, null, null);
  }

  /**
   * A code of a holder wallet, whose {@code client_id} is a DID and who proves itself by PKCE.
   *
   * @param code the {@code code} of the authorization response
   * @param did the wallet's {@code did:key}, sent as {@code client_id}
   * @param pkce the verifier whose challenge the authorization request had
   * @return the grant
   */
  public static AuthorizationCodeGrant ofHolderWallet(String code, String did, Pkce pkce) {
    Objects.requireNonNull(did, "did");
    Objects.requireNonNull(pkce, "pkce");
    return new AuthorizationCodeGrant(code, did, null, pkce, null);
  }

  /**
   * Adds a verifier, which a service wallet needs too if its authorization request had a challenge.
   *
   * @param pkce the verifier whose challenge the authorization request had
   * @return the same grant with this verifier
   */
  public AuthorizationCodeGrant withPkce(Pkce pkce) {
    Objects.requireNonNull(pkce, "pkce");
    return new AuthorizationCodeGrant(code, clientId, assertion, pkce, redirectUri);
  }

  /**
   * Adds the {@code redirect_uri}, which the server compares when it is sent.
   *
   * @param redirectUri that of the authorization request, to the letter
   * @return the same grant with this {@code redirect_uri}
   */
  public AuthorizationCodeGrant withRedirectUri(String redirectUri) {
    Objects.requireNonNull(redirectUri, "redirectUri");
    return new AuthorizationCodeGrant(code, clientId, assertion, pkce, redirectUri);
  }

  /**
   * The code, to be looked at or redeemed in another way.
   *
   * @return the {@code code}; a secret while it is unused
   */
  public String code() {
    return code;
  }

  TokenForm toForm() {
    TokenForm form = new TokenForm()
        .grantType(GrantType.AUTHORIZATION_CODE)
        .clientId(clientId)
        .code(code)
        .redirectUri(redirectUri);
    if (assertion != null) {
      form.clientAssertionType(URI.create(ClientAssertion.TYPE))
          .clientAssertion(assertion.serialized());
    }
    if (pkce != null) {
      form.codeVerifier(pkce.verifier());
    }
    return form;
  }

  /** Tells whose it is, and neither the code nor the proof. */
  @Override
  public String toString() {
    return "AuthorizationCodeGrant[clientId=" + clientId + "]";
  }
}
