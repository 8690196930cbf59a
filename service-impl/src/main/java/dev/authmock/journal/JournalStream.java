package dev.authmock.journal;

import dev.authmock.redis.InRedis;
import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.RedisReply;
import dev.authmock.redis.RedisScript;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries of all nodes, as a stream in Redis: as many as one node keeps, and for a day after the
 * last one.
 *
 * @see <a href="https://redis.io/docs/latest/develop/data-types/streams/">Redis streams</a>
 */
@Singleton
@InRedis
class JournalStream {
  private static final Duration MEMORY = Duration.ofDays(1);
  private static final int NODE_BYTES = 8;

  /** The field that says that all before was cleared; else it is {@code node, entry}. */
  private static final String END = "end";

  private static final RedisScript APPEND = new RedisScript("""
      redis.call('XLEN', KEYS[1])
      local places = {}
      for i = 4, #ARGV do
        places[i - 3] =
            redis.call('XADD', KEYS[1], 'MAXLEN', ARGV[1], '*', 'node', ARGV[3], 'entry', ARGV[i])
      end
      redis.call('PEXPIRE', KEYS[1], ARGV[2])
      return places
      """);

  private static final RedisScript READ = new RedisScript("""
      return redis.call('XRANGE', KEYS[1], ARGV[1], '+', 'COUNT', ARGV[2])
      """);

  /** The stream stays, so that the next places come after all that there were. */
  private static final RedisScript CLEAR = new RedisScript("""
      redis.call('XTRIM', KEYS[1], 'MAXLEN', 0)
      local place = redis.call('XADD', KEYS[1], '*', 'end', '')
      redis.call('PEXPIRE', KEYS[1], ARGV[1])
      return {place}
      """);

  private final Redis redis;
  private final String key;
  private final String maxEntries;
  private final String node;

  JournalStream(
      Redis redis, RedisKeys keys, JournalConfiguration configuration, SecureRandom random) {
    this.redis = redis;
    this.key = keys.plain(RedisKind.JOURNAL, "entries");
    this.maxEntries = Integer.toString(configuration.getMaxEntries());
    byte[] id = new byte[NODE_BYTES];
    random.nextBytes(id);
    this.node = HexFormat.of().formatHex(id);
  }

  /** Adds entries as JSON, and gives the place of each. */
  List<Place> append(List<String> entries) {
    String[] arguments = Stream.concat(Stream.of(maxEntries, memory(), node), entries.stream())
        .toArray(String[]::new);
    RedisReply reply = redis.run(APPEND, key, arguments);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      places.add(Place.parse(reply.text(i)));
    }
    return places;
  }

  /** What came after a place, oldest first. */
  List<StreamItem> after(Place place) {
    List<StreamItem> items = new ArrayList<>();
    for (Object each : redis.run(READ, key, place.next().toString(), maxEntries).parts()) {
      if (each instanceof List<?> item
          && item.get(0) instanceof String id
          && item.get(1) instanceof List<?> fields) {
        items.add(item(Place.parse(id), fields));
      }
    }
    return items;
  }

  private StreamItem item(Place place, List<?> fields) {
    boolean isEnd = END.equals(fields.get(0));
    boolean isOfOther = !isEnd && !node.equals(fields.get(1));
    return new StreamItem(
        place,
        isEnd,
        isOfOther && fields.get(3) instanceof String json
            ? EntryJson.read(json)
            : Optional.empty());
  }

  /** Clears it for all nodes, and gives the place before which there is nothing. */
  Place clear() {
    return Place.parse(redis.run(CLEAR, key, memory()).text(0));
  }

  private static String memory() {
    return Long.toString(MEMORY.toMillis());
  }
}
