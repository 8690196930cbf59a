package dev.authmock.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script in Lua that decides on one key, as one atomic operation.
 *
 * <p>It begins with a read of that key, which fails on another program's value of another type; its first
 * write is one that Redis refuses where its memory is full, unless it frees some. So it does all or nothing.
 *
 * @see <a href="https://redis.io/docs/latest/develop/interact/programmability/eval-intro/">Redis,
 *     scripting</a>
 */
public final class RedisScript {
  private final String text;
  private final String sha1;

  /** This one; its key is {@code KEYS[1]}. */
  public RedisScript(String text) {
    this.text = text;
    this.sha1 = sha1(text);
  }

  /** What Redis runs. */
  String text() {
    return text;
  }

  /** By which Redis remembers it. */
  String sha1() {
    return sha1;
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
