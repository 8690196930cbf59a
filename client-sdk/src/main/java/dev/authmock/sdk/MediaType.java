package dev.authmock.sdk;

import java.util.Locale;

/**
 * Reads a Content-Type header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.3">RFC 9110, section 8.3</a>
 */
final class MediaType {

  private MediaType() {}

  /** The media type without its parameters, in lower case. */
  static String of(String contentType) {
    return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
