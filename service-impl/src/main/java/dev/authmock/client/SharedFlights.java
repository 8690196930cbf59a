package dev.authmock.client;

import dev.authmock.check.ClientCheck;
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
  /** How many requests may wait for one attempt: what hangs must not hold all threads. */
  private static final int MAX_WAITING = 64;

  private final ConcurrentMap<K, Flight<V>> flights = new ConcurrentHashMap<>();

  /**
   * Gets it, or waits for the request that is getting it.
   *
   * @throws RefusedException if it can't be had
   */
  V join(K key, Supplier<V> attempt) {
    Flight<V> own = new Flight<>();
    Flight<V> underWay = flights.putIfAbsent(key, own);
    return underWay == null ? fly(key, own, attempt) : underWay.await();
  }

  private V fly(K key, Flight<V> own, Supplier<V> attempt) {
    try {
      V value = attempt.get();
      own.result.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      // Whatever it was, nobody may be left waiting.
      own.result.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key, own);
    }
  }

  /** One attempt, and those who wait for it. */
  private static final class Flight<V> {
    private final CompletableFuture<V> result = new CompletableFuture<>();
    private final Semaphore places = new Semaphore(MAX_WAITING);

    V await() {
      if (!places.tryAcquire()) {
        throw new RefusedException(
            ClientCheck.CLIENT_KEYS_REACHABLE,
            new Difference("an answer in time", "many requests waiting for one already"));
      }
      try {
        return result.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RefusedException refused) {
          throw refused;
        }
        throw e;
      } finally {
        places.release();
      }
    }
  }
}
