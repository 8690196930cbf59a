package dev.authmock.client;

import dev.authmock.redis.InRedis;
import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.RedisReply;
import dev.authmock.redis.RedisScript;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registered clients as texts in one hash in Redis, by their registration ids. */
@Singleton
@InRedis
class RedisClients {
  private static final String PAGE = "500";
  private static final String START = "0";

  private static final RedisScript FIND = new RedisScript("""
      local client = redis.call('HGET', KEYS[1], ARGV[1])
      return client and {client} or {}
      """);

  private static final RedisScript ADD = new RedisScript("""
      if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then
        return {'full'}
      end
      return {redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 1 and 'added' or 'taken'}
      """);

  private static final RedisScript REPLACE = new RedisScript("""
      if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
        return {0}
      end
      redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
      return {1}
      """);

  private static final RedisScript PUT_BACK = new RedisScript("""
      if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[3] then
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
      end
      return {}
      """);

  private static final RedisScript REMOVE = new RedisScript("""
      if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
        return {0}
      end
      return {redis.call('HDEL', KEYS[1], ARGV[1])}
      """);

  private static final RedisScript LIST = new RedisScript("""
      return redis.call('HSCAN', KEYS[1], ARGV[1], 'COUNT', ARGV[2])
      """);

  private final Redis redis;
  private final String key;

  RedisClients(Redis redis, RedisKeys keys) {
    this.redis = redis;
    this.key = keys.plain(RedisKind.CLIENTS, "registered");
  }

  /** How an attempt to add a client ended. */
  enum Added {
    /** It is there now. */
    ADDED,
    /** Its id is another's. */
    TAKEN,
    /** There is no room. */
    FULL
  }

  Optional<String> find(String id) {
    RedisReply reply = redis.run(FIND, key, id);
    return reply.parts().isEmpty() ? Optional.empty() : Optional.of(reply.text(0));
  }

  /** All of them by id; what comes or goes meanwhile may be among them or not. */
  Map<String, String> all() {
    Map<String, String> all = new HashMap<>();
    String cursor = START;
    do {
      RedisReply page = redis.runOfMany(LIST, key, cursor, PAGE);
      cursor = page.text(0);
      if (page.parts().get(1) instanceof List<?> fields) {
        for (int i = 0; i + 1 < fields.size(); i += 2) {
          all.put(String.valueOf(fields.get(i)), String.valueOf(fields.get(i + 1)));
        }
      }
    } while (!cursor.equals(START));
    return all;
  }

  /**
   * Adds a client, if its id is free and there are fewer than that.
   *
   * @param isUnique whether no other attempt has the same text: then, where nobody hears how this one ended,
   *     it is taken back
   */
  Added add(String id, String client, int maxClients, boolean isUnique) {
    String room = Integer.toString(maxClients);
    RedisReply reply = isUnique
        ? redis.run(ADD, REMOVE, key, id, client, room)
        : redis.run(ADD, key, id, client, room);
    return switch (reply.text(0)) {
      case "added" -> Added.ADDED;
      case "full" -> Added.FULL;
      default -> Added.TAKEN;
    };
  }

  /** Replaces a client that is still the same; taken back as above. */
  boolean replace(String id, String read, String replacement, boolean isUnique) {
    RedisReply reply = isUnique
        ? redis.run(REPLACE, PUT_BACK, key, id, read, replacement)
        : redis.run(REPLACE, key, id, read, replacement);
    return reply.number(0) == 1;
  }

  /** Removes a client that is still the same. */
  boolean remove(String id, String read) {
    return redis.run(REMOVE, key, id, read).number(0) == 1;
  }

  /** Removes all. */
  void clear() {
    redis.delete(List.of(key));
  }
}
