package dev.authmock.it.support.flow;

import dev.authmock.it.support.Assertion;
import java.util.function.UnaryOperator;

/**
 * A way to make a JWT that is good into one that is not.
 *
 * @param name what is wrong with it
 * @param rule the end of the id of the rule that it breaks
 * @param worse makes it so
 */
public record BadJwt(String name, String rule, UnaryOperator<Assertion> worse) {

  /** The bad JWT that becomes of a good one. */
  public String of(Assertion good) {
    return worse.apply(good).serialized();
  }

  /** For the names of parameterized tests. */
  @Override
  public String toString() {
    return name;
  }
}
