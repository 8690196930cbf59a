package dev.authmock.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of texts and of bytes. */
public final class Sha256 {
  /**
   * One for each thread, the event loops above all: to look one up takes longer than most digests here,
   * and leaves more behind.
   */
  private static final ThreadLocal<MessageDigest> DIGESTS =
      ThreadLocal.withInitial(Sha256::newDigest);

  private Sha256() {}

  /** The 32 bytes of the digest of the text in UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of the text in UTF-8, as 43 characters of base64url. */
  public static String base64Url(String text) {
    return Base64Url.of(of(text));
  }

  /** The 32 bytes of the digest. */
  public static byte[] of(byte[] bytes) {
    return DIGESTS.get().digest(bytes);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
