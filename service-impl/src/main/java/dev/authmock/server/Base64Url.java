package dev.authmock.server;

import java.util.Base64;

/**
 * Base64url without padding, as JOSE and OAuth write it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-2">RFC 7515 §2</a>
 */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  /** The text for those bytes. */
  public static String of(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** That text, as ASCII. */
  public static byte[] ascii(byte[] bytes) {
    return ENCODER.encode(bytes);
  }

  /**
   * The bytes that it stands for.
   *
   * @throws IllegalArgumentException if it is not base64url, or has padding
   */
  public static byte[] decode(String text) {
    // The JDK's decoder takes padding.
    if (text.indexOf('=') >= 0) {
      throw new IllegalArgumentException("base64url with padding");
    }
    return Base64.getUrlDecoder().decode(text);
  }
}
