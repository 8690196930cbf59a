package dev.authmock.grant;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found behind an id.
 *
 * @param value what is there; null if it never was, or was forgotten
 * @param isExpired whether its time is up
 */
public record Lookup<T extends FlowMember>(@Nullable T value, boolean isExpired) {

  /** Whether there is or was something behind the id. */
  public boolean isKnown() {
    return value != null;
  }

  /** What is there, if its time is not up. */
  public Optional<T> live() {
    return isExpired ? Optional.empty() : Optional.ofNullable(value);
  }

  /** The flow that it belongs or belonged to, if it is known. */
  public @Nullable String flowId() {
    return value == null ? null : value.flowId();
  }
}
