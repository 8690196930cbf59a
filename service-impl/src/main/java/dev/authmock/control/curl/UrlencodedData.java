package dev.authmock.control.curl;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The value of curl's {@code --data-urlencode}: {@code content}, {@code =content} or {@code
 * name=content}, of which the content is encoded.
 *
 * @see <a href="https://curl.se/docs/manpage.html#--data-urlencode">curl's manual</a>
 */
final class UrlencodedData {
  private UrlencodedData() {}

  static String of(String value) {
    int equals = value.indexOf('=');
    if (equals > 0) {
      return value.substring(0, equals + 1) + encode(value.substring(equals + 1));
    }
    if (equals == 0) {
      return encode(value.substring(1));
    }
    int at = value.indexOf('@');
    if (at >= 0) {
      CurlCommand.requireNoFile(value.substring(at));
    }
    return encode(value);
  }

  private static String encode(String content) {
    return URLEncoder.encode(content, StandardCharsets.UTF_8);
  }
}
