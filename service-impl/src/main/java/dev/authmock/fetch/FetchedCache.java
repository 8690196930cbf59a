package dev.authmock.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
  private final Cache<K, Kept<V>> kept;
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
    this.kept = cache();
    this.refreshedAt = cache();
    this.flights = new SharedFlights<>(crowded);
  }

  /**
   * What is kept, or else what an attempt, shared by all who ask meanwhile, gives.
   *
   * @throws MustWaitException if there has to be one, and the caller's thread must not wait for it
   */
  public Found<V> get(K key, Attempt<V, X> attempt) throws X {
    Kept<V> known = kept.getIfPresent(key);
    return known != null && isWithin(limits.maxAge(), known.since(), clock.instant())
        ? new Found<>(known.value(), false)
        : new Found<>(fetch(key, attempt), true);
  }

  /**
   * What a new attempt gives; nothing where one was made within the interval.
   *
   * @param group those that share an interval, such as all documents of a host
   * @throws MustWaitException if the caller's thread must not wait for one
   */
  public Optional<V> refreshed(K key, String group, Attempt<V, X> attempt) throws X {
    MustWaitException.throwUnlessAllowed();
    return mayRefresh(group) ? Optional.of(fetch(key, attempt)) : Optional.empty();
  }

  /** Forgets what is kept of one document. */
  public void forget(K key) {
    kept.invalidate(key);
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
      may[0] = last == null || !isWithin(limits.refreshInterval(), last, now);
      return may[0] || last == null ? now : last;
    });
    return may[0];
  }

  private V fetch(K key, Attempt<V, X> attempt) throws X {
    MustWaitException.throwUnlessAllowed();
    return flights.join(key, () -> {
      V value = attempt.make();
      kept.put(key, new Kept<>(value, clock.instant()));
      return value;
    });
  }

  /** Of a clock that was set back, what is still to come is not within. */
  private static boolean isWithin(Duration duration, Instant since, Instant now) {
    return !now.isBefore(since) && Duration.between(since, now).compareTo(duration) < 0;
  }

  private <A, B> Cache<A, B> cache() {
    return Caffeine.newBuilder()
        .maximumSize(limits.maxEntries())
        .executor(Runnable::run)
        .build();
  }

  /** A document, and when it was fetched. */
  private record Kept<V>(V value, Instant since) {}
}
