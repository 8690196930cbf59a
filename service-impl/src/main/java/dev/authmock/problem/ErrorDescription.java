package dev.authmock.problem;

/**
 * Keeps an {@code error_description} within the characters that OAuth allows it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
public final class ErrorDescription {
  private static final int MAX_LENGTH = 600;

  private ErrorDescription() {}

  /** Quotes become apostrophes, anything else that is not allowed a question mark. */
  public static String of(String text) {
    int length = Math.min(text.length(), MAX_LENGTH);
    StringBuilder allowed = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        allowed.append('\'');
      } else if (c < 0x20 || c > 0x7e || c == '\\') {
        allowed.append('?');
      } else {
        allowed.append(c);
      }
    }
    return allowed.toString();
  }
}
