package dev.authmock.credential;

import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_ALG;
import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_AUD;
import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_CLAIMS;
import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_CRIT;
import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_ISS;
import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_IS_JWT;
import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_KID;
import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_NBF;
import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_NOT_EXPIRED;
import static dev.authmock.check.AccessTokenCheck.ACCESS_TOKEN_SIGNATURE;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.jose.MalformedJwtException;
import dev.authmock.jose.PublishedKeys;
import dev.authmock.jose.SignedJwt;
import dev.authmock.json.Member;
import dev.authmock.jwt.ShownTime;
import dev.authmock.server.ServerUrls;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules of an access token that comes back; what this server signed itself needs no clock skew.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068, section 4</a>
 */
@Singleton
class AccessTokenRules {
  private final BeanProvider<PublishedKeys> keys;
  private final ServerUrls urls;
  private final Clock clock;

  /** The keys are asked for at the first token: their provider may still be loading. */
  AccessTokenRules(BeanProvider<PublishedKeys> keys, ServerUrls urls, Clock clock) {
    this.keys = keys;
    this.urls = urls;
    this.clock = clock;
  }

  /** Whether a key of this server signed it. */
  boolean isSignedHere(SignedJwt token) {
    return keys.get().verify(token);
  }

  /**
   * Applies the rules of the header and the signature.
   *
   * @param isVerified whether the signature holds, which may be known already
   */
  SignedJwt requireSigned(String compact, Predicate<SignedJwt> isVerified, Evaluation evaluation) {
    evaluation.note("access_token", Fingerprint.of(compact));
    evaluation.noteJwt("access_token", compact);
    SignedJwt token = parse(compact, evaluation);
    evaluation.require(
        ACCESS_TOKEN_ALG,
        token.algorithm().is(SignedJwt.ES256),
        () -> Difference.of("'" + SignedJwt.ES256 + "'", token.algorithm()));
    evaluation.require(
        ACCESS_TOKEN_CRIT,
        token.critical().isAbsent(),
        () -> Difference.of("no crit, for no extension is known here", token.critical()));
    evaluation.require(
        ACCESS_TOKEN_KID,
        token.keyId().value().flatMap(keys.get()::withKeyId).isPresent(),
        () -> Difference.of("the kid of a key at " + urls.jwks(), token.keyId()));
    evaluation.require(
        ACCESS_TOKEN_SIGNATURE,
        isVerified.test(token),
        () -> new Difference("a signature by the key with this kid", "another one"));
    return token;
  }

  /** Applies the rules of the claims to a token that was signed here. */
  AccessToken requireClaims(SignedJwt token, Evaluation evaluation) {
    evaluation.noteFlow(AccessToken.flowOf(token));
    evaluation.require(
        ACCESS_TOKEN_ISS,
        token.string("iss").is(urls.issuer()),
        () -> Difference.of("'" + urls.issuer() + "'", token.string("iss")));
    requireAudience(token.audience(), evaluation);
    Instant now = clock.instant();
    Member<Instant> exp = token.date("exp");
    evaluation.require(
        ACCESS_TOKEN_NOT_EXPIRED,
        exp.value().filter(now::isBefore).isPresent(),
        () -> ShownTime.difference("a time after " + ShownTime.of(now), token, "exp"));
    Member<Instant> nbf = token.date("nbf");
    evaluation.require(
        ACCESS_TOKEN_NBF,
        nbf.isAbsent() || nbf.value().filter(at -> !at.isAfter(now)).isPresent(),
        () -> ShownTime.difference("a time not after " + ShownTime.of(now), token, "nbf"));
    Optional<AccessToken> read = AccessToken.of(token, exp.value().orElseThrow());
    evaluation.require(
        ACCESS_TOKEN_CLAIMS,
        read.isPresent(),
        () ->
            new Difference("an access token of the token endpoint", "another JWT of this server"));
    evaluation.noteClient(read.orElseThrow().clientId());
    return read.orElseThrow();
  }

  /** The aud is the locations of the authorization_details, which clients forget. */
  private void requireAudience(Member<List<String>> audience, Evaluation evaluation) {
    evaluation.require(
        ACCESS_TOKEN_AUD,
        audience.value().filter(aud -> aud.contains(urls.credentialIssuer())).isPresent(),
        () -> new Difference(
            "'" + urls.credentialIssuer() + "'",
            audience.value().filter(List.of(urls.issuer())::equals).isPresent()
                ? "the authorization server itself: the authorization_details had no locations,"
                    + " which have to name the credential issuer"
                : Difference.show(audience) + ", from the locations of the authorization_details"));
  }

  private static SignedJwt parse(String compact, Evaluation evaluation) {
    try {
      SignedJwt token = SignedJwt.parse(compact);
      evaluation.pass(ACCESS_TOKEN_IS_JWT);
      return token;
    } catch (MalformedJwtException e) {
      throw evaluation.refuse(ACCESS_TOKEN_IS_JWT, new Difference("a signed JWT", e.description()));
    }
  }
}
