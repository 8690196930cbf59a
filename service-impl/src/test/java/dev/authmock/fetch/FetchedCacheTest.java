package dev.authmock.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.fetch.FetchedCache.Found;
import dev.authmock.fetch.FetchedCache.Limits;
import dev.authmock.grant.SteppingClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetchedCacheTest {

  private static final Duration MAX_AGE = Duration.ofMinutes(5);
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final SteppingClock clock = new SteppingClock();
  private final FetchedCache<String, Integer, IOException> cache =
      new FetchedCache<>(new Limits(MAX_AGE, INTERVAL, 2), clock, () -> new IOException("crowded"));
  private final AtomicInteger attempts = new AtomicInteger();
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    callers.shutdownNow();
  }

  @Test
  void what_was_fetched_is_kept_until_it_is_too_old() throws Exception {
    assertThat(get("a")).isEqualTo(new Found<>(1, true));
    clock.advance(MAX_AGE.minusMillis(1));
    assertThat(get("a")).isEqualTo(new Found<>(1, false));
    clock.advance(Duration.ofMillis(1));
    assertThat(get("a")).isEqualTo(new Found<>(2, true));
  }

  @Test
  void the_least_used_makes_room() throws Exception {
    for (int i = 0; i < 100; i++) {
      get("key " + i);
    }
    int before = attempts.get();
    for (int i = 0; i < 100; i++) {
      get("key " + i);
    }
    assertThat(attempts.get() - before).isGreaterThanOrEqualTo(98);
  }

  @Test
  void one_refresh_per_interval_and_group_is_made() throws Exception {
    assertThat(refreshed("a", "host")).contains(1);
    assertThat(refreshed("a", "host")).isEmpty();
    assertThat(refreshed("b", "host")).isEmpty();
    assertThat(refreshed("c", "other host")).contains(2);

    clock.advance(INTERVAL.minusMillis(1));
    assertThat(refreshed("a", "host")).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(refreshed("a", "host")).contains(3);
    assertThat(get("a")).isEqualTo(new Found<>(3, false));
  }

  @Test
  void what_was_fetched_at_a_time_to_come_is_fetched_anew() throws Exception {
    clock.advance(Duration.ofDays(366));
    get("a");
    refreshed("b", "host");
    clock.advance(Duration.ofDays(-366));

    assertThat(get("a")).isEqualTo(new Found<>(3, true));
    assertThat(refreshed("b", "host")).contains(4);
    assertThat(refreshed("b", "host")).isEmpty();
  }

  @Test
  void what_was_fetched_in_a_far_year_gets_too_old_too() throws Exception {
    clock.set(Instant.parse("9999-01-01T00:00:00Z"));
    get("a");
    clock.advance(MAX_AGE.minusMillis(1));
    assertThat(get("a").justNow()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(get("a").justNow()).isTrue();
  }

  @Test
  void a_failure_is_not_kept() throws Exception {
    assertThatThrownBy(() -> cache.get("a", () -> {
          throw new IOException("broken off");
        }))
        .isInstanceOf(IOException.class)
        .hasMessage("broken off");
    assertThat(get("a").justNow()).isTrue();
  }

  @Test
  void clearing_forgets_documents_and_intervals() throws Exception {
    get("a");
    refreshed("a", "host");
    cache.clear();

    assertThat(get("a").justNow()).isTrue();
    assertThat(refreshed("a", "host")).isPresent();
  }

  @Test
  void those_who_ask_at_once_share_one_attempt() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Found<Integer>>> waiting = ask(SharedFlights.MAX_WAITING + 1, go, () -> 7);
    go.countDown();

    for (Future<Found<Integer>> future : waiting) {
      assertThat(future.get().value()).isEqualTo(7);
    }
    assertThat(attempts).hasValue(1);
  }

  @Test
  void who_finds_no_place_to_wait_is_sent_away() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Found<Integer>>> asking = ask(SharedFlights.MAX_WAITING + 3, go, () -> 7);

    int crowded = 0;
    while (crowded < 2) {
      crowded = (int) asking.stream().filter(Future::isDone).count();
      Thread.onSpinWait();
    }
    go.countDown();
    int served = 0;
    for (Future<Found<Integer>> future : asking) {
      try {
        served += future.get().value() == 7 ? 1 : 0;
      } catch (ExecutionException e) {
        assertThat(e).hasRootCauseMessage("crowded");
      }
    }
    assertThat(served).isEqualTo(SharedFlights.MAX_WAITING + 1);
  }

  @Test
  void those_who_wait_get_the_failure_too() throws Exception {
    for (Exception failure :
        List.of(new IOException("checked"), new IllegalStateException("not"))) {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<Found<Integer>>> waiting = ask(10, go, () -> {
        if (failure instanceof IOException checked) {
          throw checked;
        }
        throw (RuntimeException) failure;
      });
      go.countDown();
      for (Future<Found<Integer>> future : waiting) {
        assertThatThrownBy(future::get).hasCause(failure);
      }
    }
  }

  private Found<Integer> get(String key) throws IOException {
    return cache.get(key, attempts::incrementAndGet);
  }

  private Optional<Integer> refreshed(String key, String group) throws IOException {
    return cache.refreshed(key, group, attempts::incrementAndGet);
  }

  /** So many callers at once, of whom the first is held up; returns when it is. */
  private List<Future<Found<Integer>>> ask(
      int count, CountDownLatch go, Attempt<Integer, IOException> attempt) throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    List<Future<Found<Integer>>> asking = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      asking.add(callers.submit(() -> cache.get("shared", () -> {
        attempts.incrementAndGet();
        underWay.countDown();
        await(go);
        return attempt.make();
      })));
    }
    underWay.await();
    return asking;
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
