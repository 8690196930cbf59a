package dev.authmock.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, and takes nothing else for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629">RFC 3629</a>
 */
public final class Utf8 {
  private static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  /**
   * The text that these bytes are.
   *
   * @throws CharacterCodingException if they are none
   */
  public static String decode(byte[] bytes, int offset, int length)
      throws CharacterCodingException {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    // It stands for bytes that are no text, unless it was sent: the slower way can tell.
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, offset, length))
            .toString();
  }
}
