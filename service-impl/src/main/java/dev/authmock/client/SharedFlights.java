package dev.authmock.client;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets requests that want the same thing at the same time share one attempt at getting it.
 *
 * @param <K> what is wanted
 * @param <V> what is got
 */
final class SharedFlights<K, V> {
  /**
   * More waiting requests than this are refused at once: a host that hangs must not hold all
   * threads.
   */
  private static final int MAX_WAITING = 64;

  private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();
  private final Semaphore waiting = new Semaphore(MAX_WAITING);

  /**
   * Gets it, or waits for the request that is getting it.
   *
   * @throws RefusedException if it can't be had
   */
  V join(K key, Supplier<V> attempt) {
    CompletableFuture<V> own = new CompletableFuture<>();
    CompletableFuture<V> underWay = flights.putIfAbsent(key, own);
    return underWay == null ? fly(key, own, attempt) : await(underWay);
  }

  private V fly(K key, CompletableFuture<V> own, Supplier<V> attempt) {
    try {
      V value = attempt.get();
      own.complete(value);
      return value;
    } catch (RuntimeException e) {
      own.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key, own);
    }
  }

  private V await(CompletableFuture<V> underWay) {
    if (!waiting.tryAcquire()) {
      throw new RefusedException(
          Check.CLIENT_KEYS_REACHABLE,
          new Difference("an answer in time", "many requests waiting for one already"));
    }
    try {
      return underWay.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw e;
    } finally {
      waiting.release();
    }
  }
}
