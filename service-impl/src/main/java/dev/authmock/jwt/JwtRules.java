package dev.authmock.jwt;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.JwtChecks;
import dev.authmock.check.JwtRule;
import dev.authmock.check.RefusedException;
import dev.authmock.jose.SignedJwt;
import dev.authmock.json.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of one JWT of a request, each applied when it is asked for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1">RFC 7519, section 4.1</a>
 */
public final class JwtRules {
  /** How far the sender's clock may be off. */
  public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private static final String JWT = "JWT";

  private final JwtChecks kind;
  private final SignedJwt jwt;
  private final Clock clock;
  private final Evaluation evaluation;

  JwtRules(JwtChecks kind, SignedJwt jwt, Clock clock, Evaluation evaluation) {
    this.kind = kind;
    this.jwt = jwt;
    this.clock = clock;
    this.evaluation = evaluation;
  }

  /** The JWT, of which nothing is to be trusted before its rules were applied. */
  public SignedJwt jwt() {
    return jwt;
  }

  /** Applies a rule of its kind. */
  public void require(JwtRule rule, boolean holds, Supplier<Difference> difference) {
    evaluation.require(kind.get(rule), holds, difference);
  }

  /** Records that a rule of its kind was kept, where something else has shown it. */
  public void pass(JwtRule rule) {
    evaluation.pass(kind.get(rule));
  }

  /** Records that a rule of its kind was broken; the exception is to be thrown. */
  public RefusedException refuse(JwtRule rule, Difference difference) {
    return evaluation.refuse(kind.get(rule), difference);
  }

  /** Applies the rules of the header that all kinds have, and gives the kid. */
  public String requireHeader() {
    require(
        JwtRule.ALG,
        jwt.algorithm().is(SignedJwt.ES256),
        () -> Difference.of("'" + SignedJwt.ES256 + "'", jwt.algorithm()));
    require(
        JwtRule.CRIT,
        jwt.critical().isAbsent(),
        () -> Difference.of("no crit, for no extension is known here", jwt.critical()));
    List<String> offered = jwt.keysOffered();
    require(
        JwtRule.HEADER_KEY,
        offered.isEmpty(),
        () -> new Difference("a kid only", String.join(", ", offered)));
    Member<String> kid = jwt.keyId();
    require(
        JwtRule.KID,
        kid.value().filter(value -> !value.isEmpty()).isPresent(),
        () -> Difference.of("the kid of a key of " + kind.keyOwner(), kid));
    return kid.value().orElseThrow();
  }

  /** Applies the rule of a typ that keeps this kind apart from others. */
  public void requireType(String expected) {
    require(
        JwtRule.TYP,
        jwt.type().is(expected),
        () -> Difference.of("'" + expected + "'", jwt.type()));
  }

  /** Applies the rule of a typ that may be left out, or be that of any JWT. */
  public void requireTypeIfAny(String... ofKind) {
    require(
        JwtRule.TYP_IF_ANY,
        jwt.type().isAbsent()
            || jwt.type()
                .value()
                .filter(typ -> typ.equalsIgnoreCase(JWT)
                    || Arrays.stream(ofKind).anyMatch(typ::equalsIgnoreCase))
                .isPresent(),
        () -> Difference.of(
            Stream.concat(Stream.of(JWT), Arrays.stream(ofKind))
                .map(typ -> "'" + typ + "'")
                .collect(Collectors.joining(" or ")),
            jwt.type()));
  }

  /**
   * Applies the rule that the kid names a key.
   *
   * @param known those that it may name, in words
   */
  public void requireKnownKey(boolean isKnown, String kid, Supplier<String> known) {
    require(
        JwtRule.KEY_KNOWN,
        isKnown,
        () -> Difference.of(
            "the kid of an ES256 key of " + kind.keyOwner() + " (" + known.get() + ")", kid));
  }

  /** Applies the rule of the signature. */
  public void requireSignature(boolean verified) {
    require(
        JwtRule.SIGNATURE,
        verified,
        () -> new Difference(
            "a signature by " + kind.keyOwner() + "'s key with this kid", otherSignature()));
  }

  /** What a library that does not write signatures as JOSE wants them gets wrong is their length. */
  private String otherSignature() {
    int length = jwt.signatureLength();
    return length == SignedJwt.ES256_LENGTH
        ? "another one"
        : "one of " + length + " bytes, not the " + SignedJwt.ES256_LENGTH
            + " of r and s (RFC 7518, section 3.4)" + (jwt.isSignatureDer() ? ", but DER" : "");
  }

  /** Applies the rule of a claim that has one right value, and that is no secret. */
  public void requireIs(JwtRule claim, String expected) {
    Member<String> sent = jwt.string(claim.id());
    require(claim, sent.is(expected), () -> Difference.of("'" + expected + "'", sent));
  }

  /** Applies the rule that the aud is or contains one of these. */
  public void requireAudience(String... oneOf) {
    require(
        JwtRule.AUD,
        jwt.audience()
            .value()
            .filter(aud -> Arrays.stream(oneOf).anyMatch(aud::contains))
            .isPresent(),
        () -> Difference.of(
            Arrays.stream(oneOf).map(one -> "'" + one + "'").collect(Collectors.joining(" or ")),
            jwt.claims().get("aud") instanceof String single ? single : jwt.audience()));
  }

  /** Applies the rule of the nonce, which no difference shows. */
  public void requireNonce(Predicate<String> isRight, String expected) {
    Member<String> nonce = jwt.string(JwtRule.NONCE.id());
    require(
        JwtRule.NONCE,
        nonce.value().filter(isRight).isPresent(),
        () -> new Difference(
            expected, nonce.value().map(Fingerprint::of).orElseGet(nonce::toString)));
  }

  /** Applies the rules of an exp that has to be there, and gives it. */
  public Instant requireNotExpired() {
    Member<Instant> exp = jwt.date("exp");
    require(
        JwtRule.EXP, exp.isPresent(), () -> Difference.of("a number of seconds since 1970", exp));
    Instant expiry = exp.value().orElseThrow();
    Instant earliest = clock.instant().minus(CLOCK_SKEW);
    require(
        JwtRule.NOT_EXPIRED,
        expiry.isAfter(earliest),
        () -> ShownTime.difference("a time after " + ShownTime.of(earliest), jwt, "exp"));
    return expiry;
  }

  /** Applies the rule of an exp that need not be there. */
  public void requireNotExpiredIfAny() {
    Member<Instant> exp = jwt.date("exp");
    Instant earliest = clock.instant().minus(CLOCK_SKEW);
    require(
        JwtRule.NOT_EXPIRED_IF_ANY,
        exp.isAbsent() || exp.value().filter(earliest::isBefore).isPresent(),
        () -> ShownTime.difference("a time after " + ShownTime.of(earliest), jwt, "exp"));
  }

  /** Applies the rule of an iat that has to be there. */
  public void requireIssued() {
    requireNotInFuture(JwtRule.IAT_REQUIRED, false);
  }

  /** Applies the rule of an iat or nbf that need not be there. */
  public void requireNotInFuture(JwtRule claim) {
    requireNotInFuture(claim, true);
  }

  private void requireNotInFuture(JwtRule claim, boolean mayBeAbsent) {
    Member<Instant> sent = jwt.date(claim.id());
    Instant latest = clock.instant().plus(CLOCK_SKEW);
    require(
        claim,
        (mayBeAbsent && sent.isAbsent())
            || sent.value().filter(at -> !at.isAfter(latest)).isPresent(),
        () -> ShownTime.difference("a time not after " + ShownTime.of(latest), jwt, claim.id()));
  }
}
