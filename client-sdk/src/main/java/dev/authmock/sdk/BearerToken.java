package dev.authmock.sdk;

import java.util.Map;

/**
 * Puts a token into the Authorization header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
final class BearerToken {

  static final String HEADER = "Authorization";

  private BearerToken() {}

  static Map<String, String> header(String token) {
    return Map.of(HEADER, value(token));
  }

  static String value(String token) {
    return "Bearer " + token;
  }

  /** Checked early: the HTTP client would quote the token in its complaint. */
  static String requireSendable(String token) {
    if (!token.matches("[\\x21-\\x7e]+")) {
      throw new IllegalArgumentException("a bearer token is visible ASCII without spaces");
    }
    return token;
  }
}
