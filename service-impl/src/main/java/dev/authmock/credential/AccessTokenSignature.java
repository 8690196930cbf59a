package dev.authmock.credential;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import dev.authmock.jose.MalformedJwtException;
import dev.authmock.jose.SignedJwt;
import io.micronaut.security.token.jwt.signature.SignatureConfiguration;
import jakarta.inject.Singleton;

/**
 * Tells the framework whether a token was signed with a key of this server: ES256 alone, by the key
 * that the kid names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3.1">RFC 8725, section 3.1</a>
 */
@Singleton
class AccessTokenSignature implements SignatureConfiguration {
  private final AccessTokenRules rules;

  AccessTokenSignature(AccessTokenRules rules) {
    this.rules = rules;
  }

  @Override
  public String supportedAlgorithmsMessage() {
    return "Only " + SignedJwt.ES256 + " is supported";
  }

  @Override
  public boolean supports(JWSAlgorithm algorithm) {
    return JWSAlgorithm.ES256.equals(algorithm);
  }

  @Override
  public boolean verify(SignedJWT jwt) {
    try {
      return rules.isSignedHere(SignedJwt.parse(jwt.getParsedString()));
    } catch (MalformedJwtException e) {
      return false;
    }
  }
}
