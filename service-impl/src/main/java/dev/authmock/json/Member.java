package dev.authmock.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of a JSON object that somebody else wrote: not there, of the wrong type, or a value.
 *
 * @param <T> what the member should be
 */
public final class Member<T> {

  private final boolean there;
  private final @Nullable T value;

  private Member(boolean there, @Nullable T value) {
    this.there = there;
    this.value = value;
  }

  static <T> Member<T> absent() {
    return new Member<>(false, null);
  }

  static <T> Member<T> malformed() {
    return new Member<>(true, null);
  }

  static <T> Member<T> of(T value) {
    return new Member<>(true, value);
  }

  public boolean isAbsent() {
    return !there;
  }

  /** Whether the member is there, but is not of the type that the standard gives it. */
  public boolean isMalformed() {
    return there && value == null;
  }

  public boolean isPresent() {
    return value != null;
  }

  /** The value; empty when the member is absent or malformed. */
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /** Whether the member has exactly this value. */
  public boolean is(T expected) {
    return expected.equals(value);
  }

  @Override
  public String toString() {
    return value != null ? value.toString() : there ? "(malformed)" : "(absent)";
  }
}
