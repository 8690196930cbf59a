package dev.authmock.it.support;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * A token of the service whose signature, lifetime and audience a JOSE library has verified that is
 * not ours.
 *
 * @param header its JOSE header
 * @param claims its claims
 */
public record VerifiedToken(Map<String, Object> header, Map<String, Object> claims) {

  /**
   * Verifies a token.
   *
   * @param jwks what the service publishes as its keys
   * @throws AssertionError if anything about the token is not as it should be
   */
  public static VerifiedToken of(String token, Exchange jwks, String audience, Clock clock) {
    return verified(token, jwks, audience, clock, new JwtConsumerBuilder().setRequireSubject());
  }

  /**
   * Verifies a request object, which is about nobody.
   *
   * @param jwks what the service publishes as its keys
   * @throws AssertionError if anything about the request object is not as it should be
   */
  public static VerifiedToken ofRequestObject(
      String token, Exchange jwks, String audience, Clock clock) {
    return verified(token, jwks, audience, clock, new JwtConsumerBuilder());
  }

  private static VerifiedToken verified(
      String token, Exchange jwks, String audience, Clock clock, JwtConsumerBuilder consumer) {
    try {
      JwtContext context = consumer
          .setJwsAlgorithmConstraints(new AlgorithmConstraints(
              ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
          .setVerificationKeyResolver(
              new JwksVerificationKeyResolver(new JsonWebKeySet(jwks.body()).getJsonWebKeys()))
          .setRequireExpirationTime()
          .setRequireIssuedAt()
          .setExpectedAudience(audience)
          .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
          .build()
          .process(token);
      JsonWebSignature jws = (JsonWebSignature) context.getJoseObjects().get(0);
      JwtClaims claims = context.getJwtClaims();
      return new VerifiedToken(
          Json.object(jws.getHeaders().getFullHeaderAsJsonString()),
          Json.object(claims.getRawJson()));
    } catch (InvalidJwtException | JoseException e) {
      throw new AssertionError("jose4j does not take " + token, e);
    }
  }

  /** A claim as JSON text or number. */
  public Object claim(String name) {
    return claims.get(name);
  }

  /** A claim that is a number. */
  public long number(String name) {
    return ((Number) claims.get(name)).longValue();
  }

  /** A claim that is a list. */
  public List<?> list(String name) {
    return (List<?>) claims.get(name);
  }
}
