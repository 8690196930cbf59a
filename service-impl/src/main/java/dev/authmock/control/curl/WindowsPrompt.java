package dev.authmock.control.curl;

/** The escapes of the Windows command prompt, as browsers copy requests for it. */
final class WindowsPrompt {
  private static final char ESCAPE = '^';

  private WindowsPrompt() {}

  /** Whether a command was written for it: another shell goes on in the next line with another sign. */
  static boolean isOf(String text) {
    return text.contains("^\n") || text.contains("^\r\n") || text.contains("^\"");
  }

  /** The command without the escapes, as the program that it starts gets it. */
  static String unescaped(String text) {
    StringBuilder unescaped = new StringBuilder(text.length());
    boolean quoted = false;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c == ESCAPE && !quoted) {
        i = escaped(text, i, unescaped);
      } else {
        quoted = quoted != (c == '"');
        unescaped.append(c);
      }
    }
    return unescaped.toString();
  }

  /** Takes the character after an escape as it is; of a line's end nothing is left. */
  private static int escaped(String text, int from, StringBuilder unescaped) {
    if (text.startsWith("\r\n", from)) {
      return from + 2;
    }
    if (from < text.length() && text.charAt(from) != '\n') {
      unescaped.append(text.charAt(from));
    }
    return from + 1;
  }
}
