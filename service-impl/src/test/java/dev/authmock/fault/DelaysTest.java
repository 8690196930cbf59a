package dev.authmock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many answers wait, and until when. */
class DelaysTest {
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(1);
  private final Delays delays = new Delays(new ScheduledExecutorTaskScheduler(threads));
  private final MutableHttpResponse<?> answer = HttpResponse.ok();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void only_so_many_answers_wait_at_a_time() {
    for (int i = 0; i < Delays.MAX_WAITING; i++) {
      assertThat(delays.reserve()).isTrue();
    }
    assertThat(delays.reserve()).isFalse();
    assertThat(delays.reserve()).isFalse();
    delays.free();
    assertThat(delays.reserve()).isTrue();
    assertThat(delays.reserve()).isFalse();
  }

  @Test
  void an_answer_goes_when_its_time_has_come_and_leaves_its_place() throws Exception {
    for (int i = 0; i < Delays.MAX_WAITING; i++) {
      delays.reserve();
    }
    long start = System.nanoTime();

    assertThat(hold(Duration.ofMillis(30)).get(5, TimeUnit.SECONDS)).isSameAs(answer);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(29));
    assertThat(delays.reserve()).isTrue();
  }

  @Test
  void a_reset_lets_all_go() throws Exception {
    delays.reserve();
    CompletableFuture<?> held = hold(Duration.ofHours(1));
    assertThat(held).isNotDone();

    delays.reset();
    assertThat(held.get(5, TimeUnit.SECONDS)).isSameAs(answer);
  }

  @Test
  void a_server_that_stops_lets_all_go_and_holds_none_any_more() throws Exception {
    delays.reserve();
    delays.reserve();
    CompletableFuture<?> before = hold(Duration.ofHours(1));

    delays.shutdownGracefully();
    CompletableFuture<?> after = hold(Duration.ofHours(1));

    assertThat(before.get(5, TimeUnit.SECONDS)).isSameAs(answer);
    assertThat(after.get(5, TimeUnit.SECONDS)).isSameAs(answer);
  }

  @Test
  void where_the_timers_have_stopped_an_answer_goes_at_once_and_leaves_its_place()
      throws Exception {
    for (int i = 0; i < Delays.MAX_WAITING; i++) {
      delays.reserve();
    }
    threads.shutdownNow();

    assertThat(hold(Duration.ofHours(1)).get(5, TimeUnit.SECONDS)).isSameAs(answer);
    assertThat(delays.reserve()).isTrue();
  }

  private CompletableFuture<MutableHttpResponse<?>> hold(Duration delay) {
    return delays.hold(delay, answer).toCompletableFuture();
  }
}
