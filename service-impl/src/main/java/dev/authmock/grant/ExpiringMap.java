package dev.authmock.grant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A bounded map whose entries are forgotten at an instant of their own, by the server's clock.
 *
 * @param <V> the entries
 */
final class ExpiringMap<V> {
  private final String name;
  private final long maxEntries;
  private final Cache<String, V> cache;

  private ExpiringMap(String name, long maxEntries, Cache<String, V> cache) {
    this.name = name;
    this.maxEntries = maxEntries;
    this.cache = cache;
  }

  /**
   * An empty map that, when it is full, says so.
   *
   * @param name what it holds, for the error that it is full
   * @param forgetAt when an entry is forgotten
   */
  static <V> ExpiringMap<V> refusing(
      String name, long maxEntries, Clock clock, Function<V, Instant> forgetAt) {
    return new ExpiringMap<>(name, maxEntries, builder(clock, forgetAt).build());
  }

  /** An empty map that, when it is full, forgets what it was asked for the longest time ago. */
  static <V> ExpiringMap<V> evicting(
      String name, long maxEntries, Clock clock, Function<V, Instant> forgetAt) {
    return new ExpiringMap<>(
        name, maxEntries, builder(clock, forgetAt).maximumSize(maxEntries).build());
  }

  private static <V> Caffeine<String, V> builder(Clock clock, Function<V, Instant> forgetAt) {
    return Caffeine.newBuilder()
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .executor(Runnable::run)
        .expireAfter(Expiry.<String, V>writing((id, value) -> {
          Duration left = Duration.between(clock.instant(), forgetAt.apply(value));
          return left.isNegative() ? Duration.ZERO : left;
        }));
  }

  /** For atomic operations on one entry. */
  ConcurrentMap<String, V> entries() {
    return cache.asMap();
  }

  /**
   * Makes sure that one more entry has room.
   *
   * @throws RefusedException if it has none, even after what is past its time was dropped
   */
  void requireRoom() {
    if (cache.estimatedSize() >= maxEntries) {
      cache.cleanUp();
      if (cache.estimatedSize() >= maxEntries) {
        throw new RefusedException(
            RequestCheck.SERVER_CAPACITY,
            new Difference(
                "room for one more entry", "a full store of " + maxEntries + " " + name));
      }
    }
  }

  void clear() {
    cache.invalidateAll();
  }
}
