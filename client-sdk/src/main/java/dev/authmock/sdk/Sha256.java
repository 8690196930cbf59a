package dev.authmock.sdk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which each Java platform has to have. */
final class Sha256 {

  private Sha256() {}

  static byte[] of(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
