package dev.authmock.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.sse.Event;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** What a stream of events keeps for its reader: nothing but what the reader was told last. */
class EventStreamsTest {
  private final AtomicLong changes = new AtomicLong();
  private final EventStreams streams = new EventStreams(changes::get);

  @Test
  void a_reader_who_takes_nothing_is_told_the_latest_only() throws InterruptedException {
    Reader stalled = open(1);
    Reader quick = open(Long.MAX_VALUE);
    assertThat(stalled.next()).isEqualTo("0");
    assertThat(quick.next()).isEqualTo("0");
    for (int i = 1; i <= 4; i++) {
      changes.incrementAndGet();
      assertThat(quick.next()).isEqualTo(Integer.toString(i));
    }

    stalled.request(10);

    assertThat(stalled.next()).isEqualTo("4");
    assertThat(stalled.told).isEmpty();
    stalled.cancel();
    quick.cancel();
  }

  @Test
  void what_has_not_changed_is_not_told() throws InterruptedException {
    Reader reader = open(Long.MAX_VALUE);
    assertThat(reader.next()).isEqualTo("0");
    changes.addAndGet(100);
    assertThat(reader.next()).isEqualTo("100");
    changes.incrementAndGet();
    assertThat(reader.next()).isEqualTo("101");
    reader.cancel();
  }

  @Test
  void there_are_so_many_streams_and_no_more_until_one_is_closed() throws InterruptedException {
    Reader first = open(1);
    for (int i = 1; i < 50; i++) {
      assertThat(streams.hasRoom()).isTrue();
      open(1);
    }
    assertThat(streams.hasRoom()).isFalse();
    Reader tooMany = open(1);
    assertThat(tooMany.next()).isEqualTo("end");

    first.cancel();

    assertThat(streams.hasRoom()).isTrue();
    streams.end();
  }

  @Test
  void when_the_server_stops_all_streams_end() throws InterruptedException {
    Reader reader = open(Long.MAX_VALUE);
    reader.next();

    streams.end();

    assertThat(reader.next()).isEqualTo("end");
    assertThat(open(1).next()).isEqualTo("end");
  }

  private Reader open(long requested) {
    Reader reader = new Reader(requested);
    streams.stream().subscribe(reader);
    return reader;
  }

  /** Takes so many events as it was told to. */
  private static final class Reader extends BaseSubscriber<Event<String>> {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final long requested;

    private Reader(long requested) {
      this.requested = requested;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      subscription.request(requested);
    }

    @Override
    protected void hookOnNext(Event<String> event) {
      told.add(event.getData());
    }

    @Override
    protected void hookOnComplete() {
      told.add("end");
    }

    private String next() throws InterruptedException {
      String next = told.poll(5, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      return next;
    }
  }
}
