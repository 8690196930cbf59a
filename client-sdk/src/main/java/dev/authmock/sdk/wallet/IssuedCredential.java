package dev.authmock.sdk.wallet;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Verifiable Credential as a JWT.
 *
 * @param jwt the JWT as it was issued
 * @param types the types of the credential, {@code vc.type}
 * @param claims all claims of the JWT, the credential being {@code vc}; unmodifiable
 * @see <a href="https://www.w3.org/TR/vc-data-model/#json-web-token">Verifiable Credentials Data
 *     Model 1.1, section 6.3.1</a>
 */
public record IssuedCredential(String jwt, List<String> types, Map<String, Object> claims) {

  /** Copies the types, so that a credential never changes. */
  public IssuedCredential {
    types = List.copyOf(types);
    claims = Collections.unmodifiableMap(claims);
  }

  /**
   * Verifies a credential and reads it.
   *
   * @param jwt the JWT
   * @param keys the keys of the credential issuer
   * @param holder the DID that it has to be about
   * @param at when it came
   * @return the credential
   * @throws VerificationException if it is not signed by its issuer, not about the holder, or not
   *     good at this instant
   */
  public static IssuedCredential verify(String jwt, JWKSet keys, String holder, Instant at) {
    SignedClaims claims = SignedClaims.verify("the credential", jwt, keys, at);
    String issuer = claims.required("iss");
    claims.require(
        claims.kid().startsWith(issuer + "#"),
        "must be signed with a key of the DID that is its iss");
    claims.require(holder.equals(claims.text("sub")), "must have the sub " + holder);
    claims.require(claims.json().get("vc") instanceof Map, "must have a vc");
    return of(jwt, claims.json());
  }

  /**
   * Reads a credential without verifying it.
   *
   * @param jwt the JWT, of whatever issuer and holder
   * @return the credential
   * @throws IllegalArgumentException if it is no JWT
   */
  public static IssuedCredential read(String jwt) {
    try {
      return of(jwt, JWTParser.parse(jwt).getJWTClaimsSet().toJSONObject());
    } catch (ParseException e) {
      throw new IllegalArgumentException("a credential is a JWT", e);
    }
  }

  private static IssuedCredential of(String jwt, Map<String, Object> claims) {
    Object type = claims.get("vc") instanceof Map<?, ?> vc ? vc.get("type") : null;
    List<?> types = type instanceof List<?> list ? list : List.of();
    return new IssuedCredential(
        jwt,
        types.stream().filter(String.class::isInstance).map(String.class::cast).toList(),
        claims);
  }

  /**
   * Who issued it.
   *
   * @return the {@code iss}, a DID; null if there is none
   */
  public @Nullable String issuer() {
    return claims.get("iss") instanceof String issuer ? issuer : null;
  }

  /**
   * Who it is about.
   *
   * @return the {@code sub}, the DID of the holder; null if there is none
   */
  public @Nullable String subject() {
    return claims.get("sub") instanceof String subject ? subject : null;
  }

  /** Tells the types and who is concerned, and not the JWT. */
  @Override
  public String toString() {
    return "IssuedCredential[types=" + types + ", subject=" + subject() + "]";
  }
}
