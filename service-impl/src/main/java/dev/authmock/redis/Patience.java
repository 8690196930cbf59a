package dev.authmock.redis;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerHttpRequestContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long one request may wait for Redis, in all its commands together: where each of them takes almost
 * all the time that it may take, the answer comes soon all the same.
 */
final class Patience {
  /** Longer than anything lasts, and yet something that can be added to a time. */
  private static final long ENDLESS_NANOS = Long.MAX_VALUE / 4;

  private static final String ATTRIBUTE = "dev.authmock.redis.patience";

  private final AtomicLong leftNanos;
  private final boolean isLast;

  private Patience(long nanos, boolean isLast) {
    this.leftNanos = new AtomicLong(nanos);
    this.isLast = isLast;
  }

  /** That of what is no request. */
  static Patience endless() {
    return new Patience(ENDLESS_NANOS, false);
  }

  /** That of what is tried now or never. */
  static Patience last(long nanos) {
    return new Patience(nanos, true);
  }

  /** That of the request for which this thread works, if it works for one. */
  static Patience current(long nanosOfRequest) {
    Optional<HttpRequest<Object>> request = ServerHttpRequestContext.find();
    return request.map(known -> of(known, nanosOfRequest)).orElseGet(Patience::endless);
  }

  private static Patience of(HttpRequest<?> request, long nanos) {
    return request.getAttribute(ATTRIBUTE, Patience.class).orElseGet(() -> {
      Patience fresh = new Patience(nanos, false);
      request.setAttribute(ATTRIBUTE, fresh);
      return fresh;
    });
  }

  /** Whether there is no later. */
  boolean isLast() {
    return isLast;
  }

  boolean isOver() {
    return leftNanos.get() <= 0;
  }

  /** When it will be over, if the waiting begins now. */
  long end(long now) {
    return now + leftNanos.get();
  }

  /** Notes for how long something waited. */
  void spend(long nanos) {
    leftNanos.addAndGet(-nanos);
  }
}
