package dev.authmock.check;

import org.jspecify.annotations.Nullable;

/**
 * What a rule expected and what came, in words that may be shown to the sender.
 *
 * @param expected what would have been right; never the secret itself
 * @param actual what came; of a secret, a {@link Fingerprint}
 */
public record Difference(String expected, String actual) {
  /** Sent values are shown up to this length. */
  private static final int MAX_SHOWN = 300;

  /** The difference between what was expected, in words, and a value as it came. */
  public static Difference of(String expected, @Nullable Object actual) {
    return new Difference(expected, show(actual));
  }

  /** A parameter, claim or header that is not there. */
  public static Difference missing(String expected) {
    return new Difference(expected, "nothing");
  }

  /** A value that is no secret, quoted and shortened. */
  public static String show(@Nullable Object value) {
    return value == null ? "nothing" : "'" + shorten(String.valueOf(value)) + "'";
  }

  /** A text that is no secret, as far as it is shown. */
  public static String shorten(String text) {
    return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
  }
}
