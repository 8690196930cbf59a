package dev.authmock.body;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.server.Utf8;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads an {@code application/x-www-form-urlencoded} body by OAuth's rules: strictly
 * percent-encoded UTF-8, no parameter twice, an empty one as if it had not been sent. What has a longer
 * name than any parameter is not looked at.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, section 3.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, appendix B</a>
 */
final class FormParser {
  private static final int MAX_PARAMETERS = 100;
  private static final int LONGEST_NAME = 1024;

  private FormParser() {}

  /**
   * The parameters, in the order in which they were sent.
   *
   * @throws RefusedException if the body breaks a rule
   */
  static Map<String, String> parse(byte[] body) {
    Map<String, String> sent = new LinkedHashMap<>();
    int start = 0;
    while (start < body.length) {
      int end = indexOf(body, '&', start, body.length);
      if (end > start) {
        add(sent, body, start, end);
      }
      start = end + 1;
    }
    sent.values().removeIf(String::isEmpty);
    return sent;
  }

  private static void add(Map<String, String> sent, byte[] body, int start, int end) {
    int equals = indexOf(body, '=', start, end);
    if (equals - start > LONGEST_NAME) {
      // No parameter has such a name, and unknown ones are ignored: RFC 6749, section 3.2.
      return;
    }
    String name = decode(body, start, equals);
    String value = equals < end ? decode(body, equals + 1, end) : "";
    if (sent.put(name, value) != null) {
      throw new RefusedException(
          RequestCheck.PARAMETERS_ONCE, new Difference("each parameter once", repeated(name)));
    }
    if (sent.size() > MAX_PARAMETERS) {
      throw new RefusedException(
          RequestCheck.REQUEST_READABLE,
          new Difference("at most " + MAX_PARAMETERS + " parameters", "more than that"));
    }
  }

  private static String repeated(String name) {
    return Difference.show(name) + " more than once";
  }

  private static int indexOf(byte[] body, char wanted, int from, int end) {
    int i = from;
    while (i < end && body[i] != wanted) {
      i++;
    }
    return i;
  }

  private static String decode(byte[] body, int start, int end) {
    return isPlain(body, start, end)
        ? new String(body, start, end - start, StandardCharsets.US_ASCII)
        : unescape(body, start, end);
  }

  /** Most of what is sent is. */
  private static boolean isPlain(byte[] body, int start, int end) {
    for (int i = start; i < end; i++) {
      byte b = body[i];
      if (b == '%' || b == '+' || b < 0) {
        return false;
      }
    }
    return true;
  }

  private static String unescape(byte[] body, int start, int end) {
    byte[] decoded = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      byte b = body[i];
      if (b == '%') {
        decoded[length++] = (byte) escaped(body, i, end);
        i += 2;
      } else {
        decoded[length++] = b == '+' ? (byte) ' ' : b;
      }
    }
    try {
      return Utf8.decode(decoded, 0, length);
    } catch (CharacterCodingException e) {
      throw badEncoding("bytes that are not UTF-8");
    }
  }

  private static int escaped(byte[] body, int percent, int end) {
    int high = percent + 1 < end ? Character.digit(body[percent + 1], 16) : -1;
    int low = percent + 2 < end ? Character.digit(body[percent + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw badEncoding("a % without two hexadecimal digits");
    }
    return high << 4 | low;
  }

  private static RefusedException badEncoding(String actual) {
    return new RefusedException(
        RequestCheck.REQUEST_ENCODING, new Difference("percent-encoded UTF-8", actual));
  }
}
