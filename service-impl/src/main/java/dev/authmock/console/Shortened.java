package dev.authmock.console;

import org.jspecify.annotations.Nullable;

/** Makes long identifiers short enough for a line: of a DID, its two ends tell it from others. */
final class Shortened {
  private static final int LONGEST = 28;
  private static final int HEAD = 12;
  private static final int TAIL = 10;

  private Shortened() {}

  static String middle(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= LONGEST
        ? text
        : text.substring(0, HEAD) + "…" + text.substring(text.length() - TAIL);
  }
}
