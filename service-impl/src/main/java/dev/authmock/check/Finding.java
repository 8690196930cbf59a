package dev.authmock.check;

import org.jspecify.annotations.Nullable;

/**
 * One rule, tried on one request.
 *
 * @param check the rule
 * @param difference what was expected and what came; null where the rule was kept
 */
public record Finding(Check check, @Nullable Difference difference) {

  /** Whether the request kept the rule. */
  public boolean passed() {
    return difference == null;
  }
}
