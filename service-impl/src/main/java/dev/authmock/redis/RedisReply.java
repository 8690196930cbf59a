package dev.authmock.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a script gave back.
 *
 * @param parts texts, and numbers
 */
public record RedisReply(List<? extends @Nullable Object> parts) {

  /**
   * The text at that place.
   *
   * @throws IllegalStateException if there is none
   */
  public String text(int index) {
    if (index < parts.size() && parts.get(index) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("the script gave no text at " + index);
  }

  /**
   * The number at that place.
   *
   * @throws IllegalStateException if there is none
   */
  public long number(int index) {
    if (index < parts.size() && parts.get(index) instanceof Long number) {
      return number;
    }
    throw new IllegalStateException("the script gave no number at " + index);
  }

  /** Says nothing of what it is. */
  @Override
  public String toString() {
    return "RedisReply";
  }
}
