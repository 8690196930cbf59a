package dev.authmock.report;

import org.jspecify.annotations.Nullable;

/** How one client has fared with one rule at one endpoint. */
final class Tally {
  private int passes;
  private int failures;
  private @Nullable Moment lastPass;
  private @Nullable Moment lastFailure;

  /** The request that was counted last: it counts once, however often it met the rule. */
  private @Nullable Moment last;

  /** Counts a request that broke the rule; says whether it is the first that did. */
  boolean fail(Moment request) {
    last = request;
    lastFailure = request;
    return failures++ == 0;
  }

  /** Counts a request that kept the rule, unless it broke it too; says whether it is the first of all. */
  boolean pass(Moment request) {
    if (last == request) {
      return false;
    }
    last = request;
    lastPass = request;
    return passes++ == 0 && failures == 0;
  }

  int passes() {
    return passes;
  }

  int failures() {
    return failures;
  }

  @Nullable
  Moment lastPass() {
    return lastPass;
  }

  @Nullable
  Moment lastFailure() {
    return lastFailure;
  }

  /** Whether the last request that met the rule broke it. */
  boolean isBroken() {
    return last != null && last == lastFailure;
  }
}
