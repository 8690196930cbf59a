package dev.authmock.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps what was fetched for a while, and has it fetched anew at most once per interval, so that
 * what strangers send can't turn this server against somebody else's host.
 *
 * @param <K> what names a document
 * @param <V> what was read from it
 * @param <X> why it can't be had
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-4.2">RFC 9111 §4.2, freshness</a>
 */
public final class FetchedCache<K, V, X extends Exception> {

  private final Clock clock;
  private final Limits limits;
  private final Cache<K, V> kept;
  private final Cache<String, Instant> refreshedAt;
  private final SharedFlights<K, V, X> flights;

  /**
   * An empty cache.
   *
   * @param crowded what to say when too many wait for the same document already
   */
  public FetchedCache(Limits limits, Clock clock, Supplier<X> crowded) {
    this.clock = clock;
    this.limits = limits;
    this.kept = cache(limits.maxAge());
    this.refreshedAt = cache(limits.refreshInterval());
    this.flights = new SharedFlights<>(crowded);
  }

  /** What is kept, or else what an attempt, shared by all who ask meanwhile, gives. */
  public Found<V> get(K key, Attempt<V, X> attempt) throws X {
    V known = kept.getIfPresent(key);
    return known == null ? new Found<>(fetch(key, attempt), true) : new Found<>(known, false);
  }

  /**
   * What a new attempt gives; nothing where one was made within the interval.
   *
   * @param group those that share an interval, such as all documents of a host
   */
  public Optional<V> refreshed(K key, String group, Attempt<V, X> attempt) throws X {
    return mayRefresh(group) ? Optional.of(fetch(key, attempt)) : Optional.empty();
  }

  /** Forgets everything. */
  public void clear() {
    kept.invalidateAll();
    refreshedAt.invalidateAll();
  }

  /**
   * How much is kept for how long.
   *
   * @param maxAge for how long a document is used
   * @param refreshInterval how often a group may be refreshed before that
   * @param maxEntries how many documents are kept; the least used make room
   */
  public record Limits(Duration maxAge, Duration refreshInterval, int maxEntries) {}

  /**
   * A document.
   *
   * @param <V> what was read from it
   * @param value that
   * @param justNow whether it was fetched for this call, and need not be fetched again
   */
  public record Found<V>(V value, boolean justNow) {}

  /** Decided by one operation on the group's entry: of all that ask in an interval, one may. */
  private boolean mayRefresh(String group) {
    Instant now = clock.instant();
    boolean[] may = new boolean[1];
    refreshedAt.asMap().compute(group, (same, last) -> {
      may[0] = last == null || !last.plus(limits.refreshInterval()).isAfter(now);
      return may[0] || last == null ? now : last;
    });
    return may[0];
  }

  private V fetch(K key, Attempt<V, X> attempt) throws X {
    return flights.join(key, () -> {
      V value = attempt.make();
      kept.put(key, value);
      return value;
    });
  }

  private <A, B> Cache<A, B> cache(Duration lifetime) {
    return Caffeine.newBuilder()
        .maximumSize(limits.maxEntries())
        .expireAfterWrite(lifetime)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .executor(Runnable::run)
        .build();
  }
}
