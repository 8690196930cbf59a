package dev.authmock.grant;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt to redeem something ended.
 *
 * @param outcome the verdict
 * @param value what was redeemed; there with {@link Outcome#REDEEMED} only
 * @param triesLeft how many wrong secrets remain, with {@link Outcome#WRONG_SECRET}
 * @param flowId the flow that it belongs to; null with {@link Outcome#UNKNOWN}
 */
public record Redemption<T>(
    Outcome outcome,
    @Nullable T value,
    int triesLeft,
    @Nullable String flowId) {

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

  /** Whether the outcome is this one. */
  public boolean is(Outcome expected) {
    return outcome == expected;
  }
}
