package dev.authmock.check;

/** Ends a request that broke a rule; carries the rule, and what was expected and what came. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Check check;
  private final transient Difference difference;

  /** A request that broke this rule. */
  public RefusedException(Check check, Difference difference) {
    // A refusal is an answer, not a fault: it needs no stack trace, and a flood of them is cheap.
    super(describe(check, difference), null, false, false);
    this.check = check;
    this.difference = difference;
  }

  /** The rule that was broken. */
  public Check check() {
    return check;
  }

  /** What was expected and what came. */
  public Difference difference() {
    return difference;
  }

  /** What was wrong, in one or two sentences for the sender. */
  public String description() {
    return describe(check, difference);
  }

  private static String describe(Check check, Difference difference) {
    return "%s Expected: %s. Got: %s."
        .formatted(check.statement(), difference.expected(), difference.actual());
  }
}
