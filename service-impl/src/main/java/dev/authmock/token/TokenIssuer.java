package dev.authmock.token;

import dev.authmock.grant.OpaqueTokens;
import dev.authmock.grant.TokenId;
import dev.authmock.jose.JwtSigner;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says in signed tokens what a redeemed grant entitles to.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4">RFC 7519, section 4</a>
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDToken">OpenID Connect Core,
 *     section 2</a>
 */
@Singleton
class TokenIssuer {
  private final JwtSigner signer;
  private final OpaqueTokens random;
  private final ServerUrls urls;
  private final TokenShapes shapes;
  private final Clock clock;

  TokenIssuer(
      JwtSigner signer, OpaqueTokens random, ServerUrls urls, TokenShapes shapes, Clock clock) {
    this.signer = signer;
    this.shapes = shapes;
    this.random = random;
    this.urls = urls;
    this.clock = clock;
  }

  /** Makes sure that it can sign, before a code is used up for it. */
  void requireReady() {
    signer.requireReady();
  }

  /** Tokens for what was granted, shaped as a tester wants those of such requests. */
  IssuedTokens issue(Authorization authorization, TokenRequest request) {
    Shaping shaping = shapes.of(authorization, request);
    int lifetime = shaping.lifetime();
    String cNonce = random.next();
    long now = clock.instant().getEpochSecond();
    Map<String, @Nullable Object> accessToken = accessToken(authorization, cNonce, now, lifetime);
    Map<String, @Nullable Object> idToken = idToken(authorization, now, lifetime);
    shaping.shapeAccessToken(accessToken);
    shaping.shapeIdToken(idToken);
    return new IssuedTokens(signer.sign(accessToken), signer.sign(idToken), cNonce, lifetime);
  }

  private Map<String, @Nullable Object> accessToken(
      Authorization authorization, String cNonce, long now, int lifetime) {
    String nonce = authorization.nonce();
    Map<String, @Nullable Object> claims = common(authorization, now, lifetime);
    claims.put("aud", audience(authorization));
    claims.put("jti", TokenId.of(authorization.flowId(), random).value());
    claims.put("nonce", nonce == null ? random.next() : nonce);
    claims.put(
        "claims",
        Map.of(
            "authorization_details",
            authorization.authorizationDetails(),
            "c_nonce",
            cNonce,
            "c_nonce_expires_in",
            IssuedTokens.nonceLifetime(lifetime),
            "client_id",
            authorization.clientId()));
    return claims;
  }

  private Map<String, @Nullable Object> idToken(
      Authorization authorization, long now, int lifetime) {
    String nonce = authorization.nonce();
    Map<String, @Nullable Object> claims = common(authorization, now, lifetime);
    claims.put("aud", authorization.clientId());
    if (nonce != null) {
      claims.put("nonce", nonce);
    }
    return claims;
  }

  private Map<String, @Nullable Object> common(
      Authorization authorization, long now, int lifetime) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("iss", urls.issuer());
    claims.put("sub", authorization.subject());
    claims.put("iat", now);
    claims.put("exp", now + lifetime);
    return claims;
  }

  /** The credential issuers that the first authorization detail names, else this server. */
  private Object audience(Authorization authorization) {
    List<Map<String, Object>> details = authorization.authorizationDetails();
    Object locations = details.isEmpty() ? null : details.get(0).get("locations");
    if (locations instanceof List<?> issuers && !issuers.isEmpty()) {
      // A known wallet names its issuer twice.
      return issuers.stream().distinct().toList();
    }
    return urls.issuer();
  }
}
