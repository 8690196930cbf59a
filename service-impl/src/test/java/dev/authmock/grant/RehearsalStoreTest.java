package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.grant.Redemption.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RehearsalStoreTest {
  private static final Duration LIFETIME = Duration.ofSeconds(300);
  private static final TokenId VALUE = new TokenId("flow", "value");

  private final SteppingClock clock = new SteppingClock();
  private final InMemorySingleUseStore<TokenId> store =
      new InMemorySingleUseStore<>("codes", 1000, clock);
  private final RehearsalStore<TokenId> rehearsal = new RehearsalStore<>(store);

  @Test
  void what_is_redeemed_in_a_rehearsal_is_still_there() {
    store.put("id", VALUE, end());

    for (int i = 0; i < 3; i++) {
      assertThat(rehearsal.redeem("id"))
          .isEqualTo(new Redemption<>(Outcome.REDEEMED, VALUE, 0, "flow"));
    }
    assertThat(rehearsal.peek("id")).contains(VALUE);
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.REDEEMED);
  }

  @Test
  void a_wrong_secret_is_told_the_tries_that_it_would_leave_and_costs_none() {
    store.put("id", VALUE, end(), "1234", 2);

    for (int i = 0; i < 3; i++) {
      assertThat(rehearsal.redeem("id", "0000"))
          .isEqualTo(new Redemption<>(Outcome.WRONG_SECRET, null, 1, "flow"));
      assertThat(rehearsal.redeem("id").outcome()).isEqualTo(Outcome.WRONG_SECRET);
    }
    assertThat(store.redeem("id", "0000").triesLeft()).isEqualTo(1);
    assertThat(rehearsal.redeem("id", "0000").triesLeft()).isZero();
    assertThat(rehearsal.redeem("id", "1234").outcome()).isEqualTo(Outcome.REDEEMED);
    assertThat(store.redeem("id", "1234").outcome()).isEqualTo(Outcome.REDEEMED);
  }

  @Test
  void how_it_ended_is_foreseen_as_it_is_told() {
    store.put("used", VALUE, end());
    store.redeem("used");
    store.put("withdrawn", VALUE, end(), "1234", 1);
    store.redeem("withdrawn", "0000");
    store.put("expired", VALUE, clock.instant());

    assertThat(rehearsal.redeem("used")).isEqualTo(store.redeem("used"));
    assertThat(rehearsal.redeem("withdrawn", "1234")).isEqualTo(store.redeem("withdrawn", "1234"));
    assertThat(rehearsal.redeem("expired")).isEqualTo(store.redeem("expired"));
    assertThat(rehearsal.redeem("unknown")).isEqualTo(store.redeem("unknown"));
    assertThat(rehearsal.redeem("withdrawn", "1234").outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(rehearsal.redeem("expired").outcome()).isEqualTo(Outcome.EXPIRED);
  }

  @Test
  void a_rehearsal_beside_a_redemption_sees_what_was_before_or_after_it() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 500; i++) {
        String id = "id" + i;
        CyclicBarrier together = new CyclicBarrier(2);
        store.put(id, VALUE, end());
        Future<Redemption<TokenId>> redeemed = executor.submit(() -> {
          together.await();
          return store.redeem(id);
        });
        Future<Redemption<TokenId>> rehearsed = executor.submit(() -> {
          together.await();
          return rehearsal.redeem(id);
        });
        assertThat(redeemed.get().outcome()).isEqualTo(Outcome.REDEEMED);
        assertThat(rehearsed.get().outcome()).isIn(Outcome.REDEEMED, Outcome.ALREADY_USED);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void a_rehearsal_hands_out_nothing() {
    assertThatThrownBy(() -> rehearsal.put("id", VALUE, end()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> rehearsal.put("id", VALUE, end(), "1234", 5))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(store.peek("id")).isEmpty();
  }

  @Test
  void a_claim_in_a_rehearsal_claims_nothing() {
    InMemoryReplayGuard guard = new InMemoryReplayGuard("ids", 100, clock);
    RehearsalReplayGuard rehearsed = new RehearsalReplayGuard(guard);

    assertThat(rehearsed.claim("id", end())).isTrue();
    assertThat(rehearsed.claim("id", end())).isTrue();
    assertThat(guard.claim("id", end())).isTrue();
    assertThat(rehearsed.claim("id", end())).isFalse();
    assertThat(rehearsed.isClaimed("id")).isTrue();
  }

  private Instant end() {
    return clock.instant().plus(LIFETIME);
  }
}
