package dev.authmock.check;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One rule, tried on one request.
 *
 * @param check the rule
 * @param difference what was expected and what came; null where the rule was kept
 */
public record Finding(Check check, @Nullable Difference difference) {
  /** One a rule for all requests: each keeps twenty rules, and the journal thousands of requests. */
  private static final Map<Check, Finding> KEPT = new ConcurrentHashMap<>();

  /** That the rule was kept; it is one of the {@link Checks}, of which there are few. */
  public static Finding kept(Check check) {
    Finding known = KEPT.get(check);
    return known == null ? KEPT.computeIfAbsent(check, first -> new Finding(first, null)) : known;
  }

  /** Whether the request kept the rule. */
  public boolean passed() {
    return difference == null;
  }
}
