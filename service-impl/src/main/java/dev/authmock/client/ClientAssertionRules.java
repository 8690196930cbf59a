package dev.authmock.client;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.grant.ReplayGuard;
import dev.authmock.jose.Member;
import dev.authmock.jose.SignedJwt;
import dev.authmock.server.ServerUrls;
import dev.authmock.server.Sha256;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules of a client assertion that is a JWT.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 */
@Singleton
class ClientAssertionRules {
  /** How far the client's clock may be off. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private final ServerUrls urls;
  private final ReplayGuard replays;
  private final Clock clock;

  ClientAssertionRules(ServerUrls urls, ReplayGuard replays, Clock clock) {
    this.urls = urls;
    this.replays = replays;
    this.clock = clock;
  }

  /** Applies the rules of the header, and gives the kid. */
  String requireHeader(SignedJwt assertion, Evaluation evaluation) {
    evaluation.require(
        Check.ASSERTION_ALG,
        assertion.algorithm().is(SignedJwt.ES256),
        () -> Difference.of("'" + SignedJwt.ES256 + "'", assertion.algorithm()));
    evaluation.require(
        Check.ASSERTION_CRIT,
        assertion.critical().isAbsent(),
        () -> Difference.of("no crit, for no extension is known here", assertion.critical()));
    List<String> offered = assertion.keysOffered();
    evaluation.require(
        Check.ASSERTION_HEADER_KEY,
        offered.isEmpty(),
        () -> new Difference("a kid only", String.join(", ", offered)));
    Member<String> kid = assertion.keyId();
    evaluation.require(
        Check.ASSERTION_KID,
        kid.value().filter(value -> !value.isEmpty()).isPresent(),
        () -> Difference.of("the kid of a key of the client", kid));
    return kid.value().orElseThrow();
  }

  /** Applies the rule of the signature. */
  void requireSignature(boolean verified, Evaluation evaluation) {
    evaluation.require(
        Check.ASSERTION_SIGNATURE,
        verified,
        () -> new Difference("a signature by the client's key with this kid", "another one"));
  }

  /**
   * Applies the rules of the claims; the use of the jti comes last, when all else is right.
   *
   * @param usesJti whether the jti is used up: what can't lead to tokens anyway must not fill the
   *     memory of those that were used
   */
  void requireClaims(SignedJwt assertion, ClientId client, boolean usesJti, Evaluation evaluation) {
    requireClient(Check.ASSERTION_ISS, assertion.string("iss"), client, evaluation);
    requireClient(Check.ASSERTION_SUB, assertion.string("sub"), client, evaluation);
    requireAudience(assertion, evaluation);
    Instant now = clock.instant();
    Instant exp = requireNotExpired(assertion, now, evaluation);
    requireNotInFuture(Check.ASSERTION_IAT, assertion.date("iat"), now, evaluation);
    requireNotInFuture(Check.ASSERTION_NBF, assertion.date("nbf"), now, evaluation);
    Instant until = exp.plus(CLOCK_SKEW);
    Predicate<String> isNew =
        usesJti ? key -> replays.claim(key, until) : key -> !replays.isClaimed(key);
    requireNotReplayed(assertion.string("jti"), client, isNew, evaluation);
  }

  private static void requireClient(
      Check check, Member<String> claim, ClientId client, Evaluation evaluation) {
    evaluation.require(
        check, claim.is(client.value()), () -> Difference.of("'" + client.value() + "'", claim));
  }

  private void requireAudience(SignedJwt assertion, Evaluation evaluation) {
    Optional<List<String>> audience = assertion.audience().value();
    evaluation.require(
        Check.ASSERTION_AUD,
        audience
            .filter(aud -> aud.contains(urls.issuer()) || aud.contains(urls.token()))
            .isPresent(),
        () -> Difference.of(
            "'" + urls.issuer() + "' or '" + urls.token() + "'", assertion.audience()));
  }

  private static Instant requireNotExpired(
      SignedJwt assertion, Instant now, Evaluation evaluation) {
    Member<Instant> exp = assertion.date("exp");
    evaluation.require(
        Check.ASSERTION_EXP,
        exp.isPresent(),
        () -> Difference.of("a number of seconds since 1970", exp));
    Instant expiry = exp.value().orElseThrow();
    evaluation.require(
        Check.ASSERTION_NOT_EXPIRED,
        now.isBefore(expiry.plus(CLOCK_SKEW)),
        () -> Difference.of("a time after " + now.minus(CLOCK_SKEW), expiry));
    return expiry;
  }

  private static void requireNotInFuture(
      Check check, Member<Instant> claim, Instant now, Evaluation evaluation) {
    Instant latest = now.plus(CLOCK_SKEW);
    evaluation.require(
        check,
        claim.isAbsent() || claim.value().filter(at -> !at.isAfter(latest)).isPresent(),
        () -> Difference.of("a time not after " + latest, claim));
  }

  private static void requireNotReplayed(
      Member<String> jti, ClientId client, Predicate<String> isNew, Evaluation evaluation) {
    if (jti.isAbsent()) {
      return;
    }
    evaluation.require(
        Check.ASSERTION_JTI,
        jti.value().filter(id -> isNew.test(key(client, id))).isPresent(),
        () -> Difference.of("a jti that was not used before", jti));
  }

  /** One short key for client and jti, however long the client made it. */
  private static String key(ClientId client, String jti) {
    byte[] digest = Sha256.of(client.value().length() + ":" + client.value() + jti);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }
}
