package dev.authmock.check;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule, tried on one request.
 *
 * @param check the rule
 * @param difference what was expected and what came; null where the rule was kept
 */
public record Finding(Check check, @Nullable Difference difference) {
  /** One for all requests: each keeps twenty rules, and the journal thousands of requests. */
  private static final Map<Check, Finding> KEPT = new IdentityHashMap<>();

  static {
    Checks.all().forEach(check -> KEPT.put(check, new Finding(check, null)));
  }

  /** That the rule was kept. */
  public static Finding kept(Check check) {
    Finding known = KEPT.get(check);
    return known == null ? new Finding(check, null) : known;
  }

  /** Whether the request kept the rule. */
  public boolean passed() {
    return difference == null;
  }
}
