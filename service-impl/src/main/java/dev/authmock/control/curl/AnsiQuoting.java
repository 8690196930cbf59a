package dev.authmock.control.curl;

/**
 * What stands in {@code $'…'}, with the escapes of C.
 *
 * @see <a
 *     href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_04">POSIX.1-2024,
 *     shell command language, section 2.2.4</a>
 */
final class AnsiQuoting {
  private static final int OCTAL = 8;
  private static final int HEXADECIMAL = 16;
  private static final int LAST_ASCII = 0x7f;

  private final String text;
  private final StringBuilder word;
  private int at;

  private AnsiQuoting(String text, int at, StringBuilder word) {
    this.text = text;
    this.at = at;
    this.word = word;
  }

  /**
   * Adds what stands there to a word.
   *
   * @param from after the opening quote
   * @return after the closing quote
   */
  static int append(String text, int from, StringBuilder word) {
    return new AnsiQuoting(text, from, word).append();
  }

  private int append() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\'') {
        return at;
      }
      if (c == '\\' && at < text.length()) {
        escape(text.charAt(at++));
      } else {
        word.append(c);
      }
    }
    throw PastedRequest.unreadable("a whole command", "a quote that is not closed");
  }

  private void escape(char c) {
    switch (c) {
      case 'a' -> word.append('\u0007');
      case 'b' -> word.append('\b');
      case 'e', 'E' -> word.append('\u001b');
      case 'f' -> word.append('\f');
      case 'n' -> word.append('\n');
      case 'r' -> word.append('\r');
      case 't' -> word.append('\t');
      case 'v' -> word.append('\u000b');
      case '\\', '\'', '"', '?' -> word.append(c);
      case 'x' -> number(HEXADECIMAL, 2, LAST_ASCII);
      case 'u' -> number(HEXADECIMAL, 4, Character.MAX_CODE_POINT);
      case 'U' -> number(HEXADECIMAL, 8, Character.MAX_CODE_POINT);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        number(OCTAL, 3, LAST_ASCII);
      }
      default -> word.append('\\').append(c);
    }
  }

  /** A browser writes what is not ASCII by its code point, two of them for one beyond 16 bits. */
  private void number(int radix, int maxDigits, int max) {
    int start = at;
    long value = 0;
    while (at < text.length()
        && at - start < maxDigits
        && Character.digit(text.charAt(at), radix) >= 0) {
      value = value * radix + Character.digit(text.charAt(at++), radix);
    }
    if (at == start || value > max) {
      throw PastedRequest.unreadable(
          "characters by their code points, such as \\u00e4", "an escape of something else");
    }
    word.appendCodePoint((int) value);
  }
}
