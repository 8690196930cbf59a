package dev.authmock.fault;

import dev.authmock.server.Resettable;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers that wait, by real time and without a thread; a reset lets them go. */
@Singleton
class Delays implements Resettable, GracefulShutdownCapable {
  static final int MAX_WAITING = 1000;

  private final TaskScheduler scheduler;
  private final AtomicInteger places = new AtomicInteger(MAX_WAITING);
  private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  Delays(@Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Takes a place, if one is free. */
  boolean reserve() {
    return places.getAndUpdate(free -> Math.max(0, free - 1)) > 0;
  }

  /** Gives a place back that is not needed. */
  void free() {
    places.incrementAndGet();
  }

  /** Keeps an answer back, in a place that was taken for it. */
  CompletionStage<MutableHttpResponse<?>> hold(Duration delay, MutableHttpResponse<?> response) {
    if (stopping) {
      free();
      return CompletableFuture.completedFuture(response);
    }
    CompletableFuture<MutableHttpResponse<?>> held = new CompletableFuture<>();
    Runnable release = () -> held.complete(response);
    waiting.add(release);
    CompletionStage<MutableHttpResponse<?>> sent = held.whenComplete((answer, failure) -> {
      waiting.remove(release);
      free();
    });
    letGoAfter(delay, held, release);
    return sent;
  }

  private void letGoAfter(Duration delay, CompletableFuture<?> held, Runnable release) {
    try {
      ScheduledFuture<?> timer = scheduler.schedule(delay, release);
      var unused = held.whenComplete((answer, failure) -> timer.cancel(false));
    } catch (RejectedExecutionException e) {
      // The timers have stopped before this one.
      release.run();
    }
    if (stopping) {
      // It may have begun to wait when the others were let go already.
      release.run();
    }
  }

  @Override
  public void reset() {
    waiting.forEach(Runnable::run);
  }

  @PreDestroy
  void stop() {
    stopping = true;
    reset();
  }

  /** A server that stops waits for none of them: they go now, and no timer runs any more. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    stop();
    return CompletableFuture.completedFuture(null);
  }
}
