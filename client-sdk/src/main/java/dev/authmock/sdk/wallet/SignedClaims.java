package dev.authmock.sdk.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a JWT whose signature and times have been verified.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-7.2">RFC 7519, section 7.2</a>
 */
final class SignedClaims {

  /** What clocks may differ by. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final String what;
  private final String kid;
  private final JWTClaimsSet claims;
  private final Map<String, Object> json;

  private SignedClaims(String what, String kid, JWTClaimsSet claims, Map<String, Object> json) {
    this.what = what;
    this.kid = kid;
    this.claims = claims;
    this.json = json;
  }

  /**
   * Verifies a JWT.
   *
   * @param what what it is, for messages
   * @throws VerificationException if it is none, no key of the set has signed it, or it is not good
   *     at this instant
   */
  static SignedClaims verify(String what, String jwt, JWKSet keys, Instant at) {
    SignedClaims verified = signed(what, jwt, keys);
    Date expiry = verified.claims.getExpirationTime();
    verified.require(
        expiry == null || at.isBefore(expiry.toInstant().plus(SKEW)), "must not be expired");
    for (Date start :
        new Date[] {verified.claims.getNotBeforeTime(), verified.claims.getIssueTime()}) {
      verified.require(
          start == null || !start.toInstant().isAfter(at.plus(SKEW)), "must be good already");
    }
    return verified;
  }

  private static SignedClaims signed(String what, String jwt, JWKSet keys) {
    try {
      SignedJWT parsed = SignedJWT.parse(jwt);
      String kid = parsed.getHeader().getKeyID();
      JWK key = kid == null ? null : keys.getKeyByKeyId(kid);
      if (!(key instanceof ECKey ecKey)
          || !JWSAlgorithm.ES256.equals(parsed.getHeader().getAlgorithm())) {
        throw new VerificationException(
            what + " must be signed with ES256 and a key of the server's jwks");
      }
      VerificationException.require(
          parsed.verify(new ECDSAVerifier(ecKey)), what + " must have a signature that verifies");
      return new SignedClaims(
          what, kid, parsed.getJWTClaimsSet(), parsed.getPayload().toJSONObject());
    } catch (ParseException | JOSEException e) {
      throw new VerificationException(what + " must be a JWT that a key of P-256 can verify");
    }
  }

  /** The key that signed. */
  String kid() {
    return kid;
  }

  /** All claims. */
  Map<String, Object> json() {
    return json;
  }

  List<String> audience() {
    return claims.getAudience();
  }

  /** A claim that is text, or null. */
  @Nullable
  String text(String name) {
    return json.get(name) instanceof String text ? text : null;
  }

  /** A claim that has to be there. */
  String required(String name) {
    String text = text(name);
    if (text == null) {
      throw new VerificationException(what + " must have a " + name);
    }
    return text;
  }

  void requireClaim(String name, String expected) {
    require(expected.equals(text(name)), "must have the " + name + " " + expected);
  }

  void require(boolean holds, String rule) {
    VerificationException.require(holds, what + " " + rule);
  }
}
