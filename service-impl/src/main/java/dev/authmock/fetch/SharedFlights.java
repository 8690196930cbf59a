package dev.authmock.fetch;

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
 * @param <X> why it can't be had
 */
final class SharedFlights<K, V, X extends Exception> {
  /** How many requests may wait for one attempt: what hangs must not hold all threads. */
  static final int MAX_WAITING = 64;

  private final ConcurrentMap<K, Flight<V>> flights = new ConcurrentHashMap<>();
  private final Supplier<X> crowded;

  /** Flights whose waiting places are few; who finds none gets that exception. */
  SharedFlights(Supplier<X> crowded) {
    this.crowded = crowded;
  }

  /** Gets it, or waits for the request that is getting it. */
  V join(K key, Attempt<V, X> attempt) throws X {
    Flight<V> own = new Flight<>();
    Flight<V> underWay = flights.putIfAbsent(key, own);
    return underWay == null ? fly(key, own, attempt) : await(underWay);
  }

  private V fly(K key, Flight<V> own, Attempt<V, X> attempt) throws X {
    try {
      V value = attempt.make();
      own.result.complete(value);
      return value;
    } catch (Throwable e) {
      // Whatever it was, nobody may be left waiting.
      own.result.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(key, own);
    }
  }

  private V await(Flight<V> underWay) throws X {
    if (!underWay.places.tryAcquire()) {
      throw crowded.get();
    }
    try {
      return underWay.result.join();
    } catch (CompletionException e) {
      throw failure(e);
    } finally {
      underWay.places.release();
    }
  }

  @SuppressWarnings("unchecked") // an attempt throws nothing else that is checked
  private X failure(CompletionException e) {
    if (e.getCause() instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (e.getCause() instanceof Exception checked) {
      return (X) checked;
    }
    throw e;
  }

  /** One attempt, and those who wait for it. */
  private static final class Flight<V> {
    private final CompletableFuture<V> result = new CompletableFuture<>();
    private final Semaphore places = new Semaphore(MAX_WAITING);
  }
}
