package dev.authmock.grant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map whose entries are forgotten at an instant of their own, by the server's clock; bounded by
 * their number, and by the memory that they take.
 *
 * @param <V> the entries
 */
final class ExpiringMap<V> {
  /** Which part of the heap one map may take, so that all of them together leave room to work. */
  private static final int SHARE_OF_HEAP = 16;

  private final String name;
  private final long maxEntries;
  private final long maxWeight;
  private final ToLongFunction<V> weigher;
  private final LongAdder weight;
  private final Cache<String, V> cache;

  private ExpiringMap(
      String name,
      long maxEntries,
      long maxWeight,
      ToLongFunction<V> weigher,
      LongAdder weight,
      Cache<String, V> cache) {
    this.name = name;
    this.maxEntries = maxEntries;
    this.maxWeight = maxWeight;
    this.weigher = weigher;
    this.weight = weight;
    this.cache = cache;
  }

  /**
   * An empty map that, when it is full, says so.
   *
   * @param name what it holds, for the error that it is full
   * @param forgetAt when an entry is forgotten
   * @param weigher about how many bytes an entry takes
   */
  static <V> ExpiringMap<V> refusing(
      String name,
      long maxEntries,
      Clock clock,
      Function<V, Instant> forgetAt,
      ToLongFunction<V> weigher) {
    long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    return refusing(name, maxEntries, share, clock, forgetAt, weigher);
  }

  /** The same with a bound of its own on the bytes. */
  static <V> ExpiringMap<V> refusing(
      String name,
      long maxEntries,
      long maxWeight,
      Clock clock,
      Function<V, Instant> forgetAt,
      ToLongFunction<V> weigher) {
    LongAdder weight = new LongAdder();
    Cache<String, V> cache = builder(clock, forgetAt)
        .removalListener((@Nullable String id, @Nullable V value, RemovalCause cause) -> {
          if (value != null) {
            weight.add(-weigher.applyAsLong(value));
          }
        })
        .build();
    return new ExpiringMap<>(name, maxEntries, maxWeight, weigher, weight, cache);
  }

  private static <V> Caffeine<String, V> builder(Clock clock, Function<V, Instant> forgetAt) {
    return Caffeine.newBuilder()
        .ticker(() -> Ticks.of(clock.instant()))
        .executor(Runnable::run)
        .expireAfter(new UntilForgotten<>(forgetAt));
  }

  /** The entry with this id; one that was said to be gone stays so when the clock is set back. */
  @Nullable
  V get(String id) {
    V entry = cache.getIfPresent(id);
    if (entry == null) {
      // Drops what is past its time, and lets be what was put there just now.
      cache.asMap().compute(id, (key, live) -> live);
    }
    return entry;
  }

  /** Whether there is an entry with this id. */
  boolean contains(String id) {
    return cache.asMap().containsKey(id);
  }

  /** Puts an entry in the place of whatever was there. */
  void put(String id, V entry) {
    weight.add(weigher.applyAsLong(entry));
    cache.put(id, entry);
  }

  /** Puts an entry where there is none, as one atomic operation, and says whether it did. */
  boolean putIfAbsent(String id, V entry) {
    boolean absent = cache.asMap().putIfAbsent(id, entry) == null;
    if (absent) {
      weight.add(weigher.applyAsLong(entry));
    }
    return absent;
  }

  /** Changes an entry as one atomic operation; null ends it. */
  void computeIfPresent(String id, BiFunction<String, V, @Nullable V> change) {
    // Its namesake would leave an entry that is past its time where it is, should the clock go
    // back.
    cache
        .asMap()
        .compute(id, (key, old) -> old == null ? null : weighed(old, change.apply(key, old)));
  }

  /** Makes or changes an entry as one atomic operation. */
  void compute(String id, BiFunction<String, @Nullable V, V> change) {
    cache.asMap().compute(id, (key, old) -> weighed(old, change.apply(key, old)));
  }

  private @Nullable V weighed(@Nullable V old, @Nullable V changed) {
    if (changed != null && changed != old) {
      weight.add(weigher.applyAsLong(changed));
    }
    return changed;
  }

  /** Forgets an entry. */
  void remove(String id) {
    cache.invalidate(id);
  }

  /**
   * Makes sure that one more entry has room.
   *
   * @throws RefusedException if it has none, even after what is past its time was dropped
   */
  void requireRoom() {
    if (!hasRoom()) {
      cache.cleanUp();
      if (!hasRoom()) {
        throw new RefusedException(
            RequestCheck.SERVER_CAPACITY,
            new Difference(
                "room for one more entry",
                "a full store of " + cache.estimatedSize() + " " + name));
      }
    }
  }

  /** Whether one more entry has room, what is past its time counted too. */
  boolean hasRoom() {
    return cache.estimatedSize() < maxEntries && weight.sum() < maxWeight;
  }

  /** How full it is, after what is past its time was dropped. */
  StoreLevel level() {
    cache.cleanUp();
    return new StoreLevel(name, cache.estimatedSize(), maxEntries, !hasRoom());
  }

  /** About how many bytes the entries take. */
  long weight() {
    return weight.sum();
  }

  void clear() {
    cache.invalidateAll();
  }

  /**
   * Lets an entry live until it is to be forgotten. It counts from the time that the cache has read, and
   * does not read the clock again, which may have been set meanwhile.
   */
  private record UntilForgotten<V>(Function<V, Instant> forgetAt) implements Expiry<String, V> {
    @Override
    public long expireAfterCreate(String id, V entry, long currentTime) {
      return Math.max(0, Ticks.of(forgetAt.apply(entry)) - currentTime);
    }

    @Override
    public long expireAfterUpdate(String id, V entry, long currentTime, long currentDuration) {
      return expireAfterCreate(id, entry, currentTime);
    }

    @Override
    public long expireAfterRead(String id, V entry, long currentTime, long currentDuration) {
      return currentDuration;
    }
  }
}
