package dev.authmock.grant;

import dev.authmock.check.Difference;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to redeem something ended.
 *
 * @param outcome the verdict
 * @param value what was redeemed; there with {@link Outcome#REDEEMED} only
 * @param triesLeft how many wrong secrets remain, with {@link Outcome#WRONG_SECRET}
 * @param flowId the flow that it belongs to; null with {@link Outcome#UNKNOWN}
 * @param goodUntil when its lifetime ended, with {@link Outcome#EXPIRED}
 */
public record Redemption<T>(
    Outcome outcome,
    @Nullable T value,
    int triesLeft,
    @Nullable String flowId,
    @Nullable Instant goodUntil) {

  /** The verdicts. */
  public enum Outcome {
    /** Taken by this attempt, and by no other. */
    REDEEMED,
    /** Never given out, or forgotten long after its end. */
    UNKNOWN,
    /** Taken by an earlier attempt. */
    ALREADY_USED,
    /** Past its lifetime. */
    EXPIRED,
    /** The secret that goes with it was wrong; it stays where it is. */
    WRONG_SECRET,
    /** Ended by too many wrong secrets. */
    WITHDRAWN
  }

  Redemption(Outcome outcome, @Nullable T value, int triesLeft, @Nullable String flowId) {
    this(outcome, value, triesLeft, flowId, null);
  }

  static <T> Redemption<T> expired(String flowId, Instant goodUntil) {
    return new Redemption<>(Outcome.EXPIRED, null, 0, flowId, goodUntil);
  }

  static <T> Redemption<T> unknown() {
    return new Redemption<>(Outcome.UNKNOWN, null, 0, null);
  }

  static <T> Redemption<T> of(Outcome outcome, String flowId) {
    return new Redemption<>(outcome, null, 0, flowId);
  }

  /**
   * What was redeemed.
   *
   * @throws IllegalStateException if nothing was
   */
  public T required() {
    if (value == null) {
      throw new IllegalStateException("nothing was redeemed: " + outcome);
    }
    return value;
  }

  /**
   * What is to be said of one that is past its lifetime.
   *
   * @param what it is, with its article
   */
  public Difference lateness(String what) {
    return new Difference(
        what + " within its lifetime",
        goodUntil == null
            ? "one that is past it"
            : "one that was good until " + goodUntil.truncatedTo(ChronoUnit.MILLIS));
  }

  /** Whether the outcome is this one. */
  public boolean is(Outcome expected) {
    return outcome == expected;
  }
}
