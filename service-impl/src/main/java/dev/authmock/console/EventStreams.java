package dev.authmock.console;

import dev.authmock.journal.Journal;
import io.micronaut.http.sse.Event;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;

/**
 * Tells pages that the journal has changed: not what has come, so that a reader who takes nothing
 * keeps nothing here.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, server-sent
 *     events</a>
 */
@Singleton
class EventStreams implements GracefulShutdownCapable {
  /** The event that says it. */
  static final String CHANGED = "journal";

  private static final int MAX_STREAMS = 50;
  private static final Duration PERIOD = Duration.ofMillis(250);

  /** After so many periods in silence, a sign of life: writing is how a lost reader is noticed. */
  private static final int SILENT_PERIODS = 60;

  private final LongSupplier changes;
  private final AtomicInteger open = new AtomicInteger();
  private final Sinks.Empty<Void> end = Sinks.empty();

  @Inject
  EventStreams(Journal journal) {
    this(journal::changes);
  }

  EventStreams(LongSupplier changes) {
    this.changes = changes;
  }

  /** Whether there is room for one more. */
  boolean hasRoom() {
    return open.get() < MAX_STREAMS;
  }

  /** A stream of the numbers of changes, at most one in each period. */
  Flux<Event<String>> stream() {
    return Flux.defer(() -> {
      if (open.incrementAndGet() > MAX_STREAMS) {
        open.decrementAndGet();
        return Flux.empty();
      }
      return Flux.interval(Duration.ZERO, PERIOD)
          .onBackpressureDrop()
          .<Event<String>>handle(new Change()::tell)
          .takeUntilOther(end.asMono())
          .doFinally(signal -> open.decrementAndGet());
    });
  }

  /** Whoever reads would do so for ever. */
  @Override
  public CompletionStage<?> shutdownGracefully() {
    end();
    return CompletableFuture.completedFuture(null);
  }

  /** Lets the server stop. */
  @PreDestroy
  void end() {
    end.tryEmitEmpty();
  }

  /** What one reader was told last. */
  private final class Change {
    private long told = -1;
    private int silent;

    void tell(long period, SynchronousSink<Event<String>> reader) {
      long now = changes.getAsLong();
      silent++;
      if (now != told) {
        told = now;
        silent = 0;
        reader.next(Event.of(Long.toString(now)).name(CHANGED));
      } else if (silent >= SILENT_PERIODS) {
        silent = 0;
        reader.next(Event.of("").name("alive"));
      }
    }
  }
}
