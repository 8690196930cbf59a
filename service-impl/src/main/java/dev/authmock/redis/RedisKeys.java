package dev.authmock.redis;

import dev.authmock.server.Sha256;
import jakarta.inject.Singleton;

/** The names of this server's keys: {@code <prefix>:v1:<kind>:<id>}. */
@Singleton
@InRedis
public final class RedisKeys {
  /** Another one for every change of what is under the names. */
  private static final String VERSION = "v1";

  private final String namespace;

  RedisKeys(RedisConfiguration configuration) {
    this.namespace = configuration.getKeyPrefix() + ":" + VERSION + ":";
  }

  /** The name with an id that is no secret, and no longer than this server made it. */
  public String plain(RedisKind kind, String id) {
    return of(kind) + id;
  }

  /**
   * The name with the digest of an id, so that whoever reads the names, in Redis' slow log for
   * example, can't redeem what is under them, and nobody makes them long.
   */
  public String digested(RedisKind kind, String id) {
    return of(kind) + Sha256.base64Url(id);
  }

  /** What all names of that kind begin with. */
  public String of(RedisKind kind) {
    return namespace + kind.id() + ":";
  }

  /** What all names begin with. */
  String namespace() {
    return namespace;
  }
}
