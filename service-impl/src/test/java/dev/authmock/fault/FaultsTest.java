package dev.authmock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.api.control.model.FaultKind;
import dev.authmock.api.control.model.FaultOrder;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.grant.SteppingClock;
import io.micronaut.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often faults hit, when they end, and how many of them are kept. */
class FaultsTest {
  private final SteppingClock clock = new SteppingClock();
  private final Faults faults = new Faults(new OrderRules(JsonMapper.createDefault()), clock);

  @Test
  void a_fault_hits_once_unless_told_otherwise() {
    Fault fault = inject(order());

    assertThat(faults.take(fault)).isTrue();
    assertThat(faults.take(fault)).isFalse();
    assertThat(fault.injected()).isEqualTo(1);
    assertThat(faults.live()).isEmpty();
  }

  @Test
  void times_is_exact_when_many_requests_come_at_once() throws Exception {
    Fault fault = inject(order().times(20));
    CountDownLatch together = new CountDownLatch(1);
    Callable<Boolean> request = () -> {
      together.await();
      return faults.take(fault);
    };
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Future<Boolean>> requests =
          IntStream.range(0, 50).mapToObj(i -> threads.submit(request)).toList();
      together.countDown();
      int hits = 0;
      for (Future<Boolean> hit : requests) {
        hits += hit.get() ? 1 : 0;
      }
      assertThat(hits).isEqualTo(20);
      assertThat(fault.injected()).isEqualTo(20);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void every_has_no_end() {
    Fault fault = inject(order().every(true));

    for (int i = 0; i < 1000; i++) {
      assertThat(faults.take(fault)).isTrue();
    }
    assertThat(fault.injected()).isEqualTo(1000);
    assertThat(fault.hasEnded(clock.instant())).isFalse();
  }

  @Test
  void a_lifetime_ends_by_the_clock_and_an_end_is_for_good() {
    Fault fault = inject(order().every(true).lifetime(60));

    clock.advance(Duration.ofSeconds(59));
    assertThat(faults.take(fault)).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(faults.take(fault)).isFalse();
    assertThat(faults.live()).isEmpty();
    clock.advance(Duration.ofHours(-1));
    assertThat(faults.take(fault)).isFalse();
    assertThat(fault.injected()).isEqualTo(1);
  }

  @Test
  void a_fault_that_was_removed_hits_no_more_and_its_name_is_free() {
    Fault fault = inject(order().name("a").every(true));

    assertThat(faults.remove("a")).isTrue();
    assertThat(faults.remove("a")).isFalse();
    assertThat(faults.take(fault)).isFalse();
    assertThat(inject(order().name("a")).name()).isEqualTo("a");
  }

  @Test
  void a_name_is_taken_also_when_the_fault_has_ended() {
    faults.take(inject(order().name("a")));

    refuses(order().name("a"), ControlCheck.FAULT_NAME_FREE);
  }

  @Test
  void made_up_names_avoid_those_that_are_taken_and_begin_again_after_a_reset() {
    inject(order().name("fault-1"));

    assertThat(inject(order()).name()).isEqualTo("fault-2");
    faults.reset();
    assertThat(faults.list()).isEmpty();
    assertThat(inject(order()).name()).isEqualTo("fault-1");
  }

  @Test
  void only_so_many_faults_are_live_at_a_time() {
    Fault first = inject(order());
    for (int i = 1; i < Faults.MAX_LIVE; i++) {
      inject(order().every(true));
    }

    refuses(order(), ControlCheck.FAULT_ROOM);
    faults.take(first);
    assertThat(inject(order())).isNotNull();
  }

  @Test
  void of_those_that_have_ended_the_newest_are_remembered() {
    Fault live = inject(order().name("live").every(true));
    for (int i = 0; i < Faults.MAX_ENDED + 50; i++) {
      faults.take(inject(order().name("ended-" + i)));
    }

    List<Fault> all = faults.list();
    assertThat(all).hasSize(Faults.MAX_ENDED + 1);
    assertThat(all.get(0)).isSameAs(live);
    assertThat(all.get(1).name()).isEqualTo("ended-50");
    assertThat(faults.find("ended-49")).isEmpty();
  }

  private Fault inject(FaultOrder order) {
    return faults.inject(order, new Evaluation("id"));
  }

  private void refuses(FaultOrder order, ControlCheck check) {
    assertThatThrownBy(() -> inject(order))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.check()).isEqualTo(check));
  }

  private static FaultOrder order() {
    return new FaultOrder().kind(FaultKind.CUT_OFF);
  }
}
