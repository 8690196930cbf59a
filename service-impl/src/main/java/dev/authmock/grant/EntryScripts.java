package dev.authmock.grant;

import dev.authmock.redis.RedisScript;

/** What entries in Redis have in common: a hash, with the milliseconds of its end as {@code x}. */
final class EntryScripts {
  /** Puts the fields of ARGV from the 2nd on; Redis may free them after ARGV[1] milliseconds. */
  static final RedisScript PUT = new RedisScript("""
      if redis.call('HLEN', KEYS[1]) > 0 then
        if redis.call('HEXISTS', KEYS[1], 'x') == 0 then
          return redis.error_reply('FOREIGN not of this server')
        end
        redis.call('DEL', KEYS[1])
      end
      redis.call('HSET', KEYS[1], unpack(ARGV, 2))
      redis.call('PEXPIRE', KEYS[1], ARGV[1])
      return {}
      """);

  /** Deletes an entry. */
  static final RedisScript REMOVE = new RedisScript("""
      if redis.call('HLEN', KEYS[1]) > 0 then
        redis.call('DEL', KEYS[1])
      end
      return {}
      """);

  private EntryScripts() {}
}
