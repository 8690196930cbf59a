package dev.authmock.it.credential;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import java.time.Clock;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * A credential whose signature and lifetime a JOSE library has verified that is not ours.
 *
 * @param header its JOSE header
 * @param claims its claims
 */
record VerifiedCredential(Map<String, Object> header, Map<String, Object> claims) {

  /**
   * Verifies a credential.
   *
   * @param jwks what the issuer publishes as its keys
   * @throws AssertionError if it does not hold
   */
  static VerifiedCredential of(String jwt, Exchange jwks, Clock clock) {
    try {
      JwtContext context = new JwtConsumerBuilder()
          .setJwsAlgorithmConstraints(new AlgorithmConstraints(
              ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
          .setVerificationKeyResolver(
              new JwksVerificationKeyResolver(new JsonWebKeySet(jwks.body()).getJsonWebKeys()))
          .setRequireExpirationTime()
          .setRequireIssuedAt()
          .setRequireNotBefore()
          .setRequireJwtId()
          .setRequireSubject()
          .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
          .build()
          .process(jwt);
      JsonWebSignature jws = (JsonWebSignature) context.getJoseObjects().get(0);
      return new VerifiedCredential(
          Json.object(jws.getHeaders().getFullHeaderAsJsonString()),
          Json.object(context.getJwtClaims().getRawJson()));
    } catch (InvalidJwtException | JoseException e) {
      throw new AssertionError("jose4j does not take " + jwt, e);
    }
  }

  /** The Verifiable Credential within the claims. */
  @SuppressWarnings("unchecked") // JSON has no other names than strings
  Map<String, Object> vc() {
    return (Map<String, Object>) claims.get("vc");
  }
}
