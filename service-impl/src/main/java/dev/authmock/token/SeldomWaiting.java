package dev.authmock.token;

import dev.authmock.check.Evaluation;
import dev.authmock.fetch.MustWaitException;
import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Answers a request on the thread that has read it, unless something has to be waited for: to hand it
 * to another thread would cost more than all of its rules.
 */
@Singleton
class SeldomWaiting {
  private final boolean alwaysWaits;
  private final ExecutorService blocking;

  /**
   * On threads of that executor, whatever has to wait.
   *
   * @param store where codes are kept: in Redis, each look at them waits
   */
  SeldomWaiting(
      @Property(name = "authmock.store", defaultValue = "memory") String store,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.alwaysWaits = !"memory".equals(store);
    this.blocking = blocking;
  }

  /**
   * Answers at once, or once more from the start on a thread that may wait.
   *
   * @param answer changes nothing before it finds out that it has to wait
   */
  <T> CompletionStage<T> run(Evaluation evaluation, Supplier<T> answer) {
    if (!alwaysWaits) {
      try {
        return CompletableFuture.completedFuture(answer.get());
      } catch (MustWaitException e) {
        evaluation.startAgain();
      }
    }
    return CompletableFuture.supplyAsync(answer, blocking);
  }
}
