package dev.authmock.authorize;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.check.Check;
import dev.authmock.check.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Which rule something breaks. */
final class Refusals {
  private Refusals() {}

  static Check brokenBy(ThrowingCallable attempt) {
    return refusal(attempt).check();
  }

  static RefusedException refusal(ThrowingCallable attempt) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, attempt);
    if (refused == null) {
      throw new AssertionError("no rule was broken");
    }
    return refused;
  }
}
