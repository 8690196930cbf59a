package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.Difference;
import dev.authmock.grant.Redemption.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SingleUseStore} keeps to. */
abstract class SingleUseStoreContract {
  static final Duration LIFETIME = Duration.ofSeconds(300);

  static final TokenId VALUE = new TokenId("flow", "value");

  final SteppingClock clock = new SteppingClock();
  SingleUseStore<TokenId> store;

  @BeforeEach
  void open() {
    store = store();
  }

  /** An empty one of at least 100 entries, by that clock. */
  abstract SingleUseStore<TokenId> store();

  @Test
  void what_was_handed_out_is_taken_back_once() {
    store.put("id", VALUE, end());

    assertThat(store.redeem("id")).isEqualTo(new Redemption<>(Outcome.REDEEMED, VALUE, 0, "flow"));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.ALREADY_USED);
  }

  @Test
  void what_never_was_is_unknown() {
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void it_is_good_until_the_last_moment_of_its_lifetime() {
    store.put("id", VALUE, end());
    clock.advance(LIFETIME.minusNanos(1));

    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.REDEEMED);
  }

  @Test
  void it_is_expired_from_the_end_of_its_lifetime() {
    store.put("id", VALUE, end());
    clock.advance(LIFETIME);

    assertThat(store.peek("id")).isEmpty();
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.EXPIRED);
    assertThat(store.redeem("id").lateness("a code"))
        .isEqualTo(new Difference(
            "a code within its lifetime",
            "one that was good until " + end().minus(LIFETIME).truncatedTo(ChronoUnit.MILLIS)));
  }

  @Test
  void the_flow_of_one_that_was_used_or_expired_is_still_known() {
    store.put("used", VALUE, end());
    store.redeem("used");
    store.put("expired", VALUE, end());
    store.put("with a secret", VALUE, end(), "1234", 5);
    assertThat(store.redeem("with a secret", "0000").flowId()).isEqualTo("flow");
    assertThat(store.redeem("used").flowId()).isEqualTo("flow");

    clock.advance(LIFETIME);
    assertThat(store.redeem("expired").flowId()).isEqualTo("flow");
    assertThat(store.redeem("unknown").flowId()).isNull();
  }

  @Test
  void an_expired_one_is_told_from_an_unknown_one_for_ten_minutes() {
    store.put("id", VALUE, end());
    clock.advance(LIFETIME.plusSeconds(599));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.EXPIRED);

    clock.advance(Duration.ofSeconds(2));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_used_one_is_remembered_for_ten_minutes_after_its_use() {
    store.put("id", VALUE, end());
    store.redeem("id");
    clock.advance(Duration.ofSeconds(599));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.ALREADY_USED);

    clock.advance(Duration.ofSeconds(2));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void an_expired_one_is_good_again_when_the_clock_is_set_back_before_its_end() {
    Instant start = clock.instant();
    store.put("id", VALUE, end());
    clock.advance(LIFETIME);
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.EXPIRED);

    clock.set(start);
    assertThat(store.peek("id")).contains(VALUE);
    clock.set(start.plus(LIFETIME));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.EXPIRED);
    clock.set(start.plus(LIFETIME).minusMillis(1));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.REDEEMED);
  }

  @Test
  void one_that_was_handed_out_stays_good_when_the_clock_is_set_back() {
    Instant end = end();
    store.put("id", VALUE, end);
    clock.set(Instant.EPOCH);
    assertThat(store.peek("id")).contains(VALUE);

    clock.set(end);
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.EXPIRED);
  }

  @Test
  void one_that_is_forgotten_is_not_remembered_when_the_clock_is_set_back() {
    Instant start = clock.instant();
    store.put("id", VALUE, end());
    clock.advance(LIFETIME.plusSeconds(600));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.UNKNOWN);

    clock.set(start);
    assertThat(store.peek("id")).isEmpty();
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_used_one_stays_used_whatever_the_clock_does() {
    Instant start = clock.instant();
    store.put("id", VALUE, end());
    store.redeem("id");
    for (String time : List.of("1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z")) {
      clock.set(Instant.parse(time));
      assertThat(store.redeem("id").outcome()).isIn(Outcome.ALREADY_USED, Outcome.UNKNOWN);
      clock.set(start);
      assertThat(store.redeem("id").outcome()).isIn(Outcome.ALREADY_USED, Outcome.UNKNOWN);
    }
  }

  @Test
  void looking_takes_nothing() {
    store.put("id", VALUE, end());

    assertThat(store.peek("id")).contains(VALUE);
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.REDEEMED);
    assertThat(store.peek("id")).isEmpty();
  }

  @Test
  void the_right_secret_takes_it() {
    store.put("id", VALUE, end(), "1234", 5);

    assertThat(store.redeem("id", "1234").value()).isEqualTo(VALUE);
  }

  @Test
  void a_wrong_secret_costs_a_try_and_the_last_one_ends_it() {
    store.put("id", VALUE, end(), "1234", 5);

    for (int left = 4; left >= 0; left--) {
      Redemption<TokenId> wrong = store.redeem("id", "0000");
      assertThat(wrong.outcome()).isEqualTo(Outcome.WRONG_SECRET);
      assertThat(wrong.triesLeft()).isEqualTo(left);
    }
    assertThat(store.redeem("id", "1234").outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void no_secret_is_a_wrong_secret() {
    store.put("id", VALUE, end(), "1234", 5);

    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.WRONG_SECRET);
  }

  @Test
  void a_clock_that_stands_still_lets_nothing_expire() {
    store.put("id", VALUE, clock.instant().plusMillis(1));
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.REDEEMED);
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.ALREADY_USED);
  }

  @Test
  void to_foresee_changes_nothing() {
    store.put("id", VALUE, end());
    store.put("with a secret", VALUE, end(), "1234", 1);

    assertThat(store.foresee("id")).isEqualTo(new Redemption<>(Outcome.REDEEMED, VALUE, 0, "flow"));
    assertThat(store.foresee("with a secret").outcome()).isEqualTo(Outcome.WRONG_SECRET);
    assertThat(store.foresee("with a secret", "0000"))
        .isEqualTo(new Redemption<>(Outcome.WRONG_SECRET, null, 0, "flow"));
    assertThat(store.foresee("with a secret", "1234").required()).isEqualTo(VALUE);
    assertThat(store.foresee("another").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(store.redeem("id").outcome()).isEqualTo(Outcome.REDEEMED);
    assertThat(store.redeem("with a secret", "1234").outcome()).isEqualTo(Outcome.REDEEMED);
    assertThat(store.foresee("id").outcome()).isEqualTo(Outcome.ALREADY_USED);
  }

  @Test
  void one_with_a_secret_can_be_looked_at_without_it() {
    store.put("id", VALUE, end(), "1234", 5);

    assertThat(store.peek("id")).contains(VALUE);
  }

  @Test
  void one_that_was_withdrawn_is_remembered_for_ten_minutes() {
    store.put("id", VALUE, end(), "1234", 1);
    store.redeem("id", "0000");
    assertThat(store.peek("id")).isEmpty();
    clock.advance(Duration.ofSeconds(599));
    assertThat(store.redeem("id", "1234"))
        .isEqualTo(new Redemption<>(Outcome.WITHDRAWN, null, 0, "flow"));

    clock.advance(Duration.ofSeconds(2));
    assertThat(store.redeem("id", "1234").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void the_right_secret_after_wrong_ones_takes_it() {
    store.put("id", VALUE, end(), "1234", 2);
    store.redeem("id", "0000");

    assertThat(store.redeem("id", "1234").required()).isEqualTo(VALUE);
  }

  @Test
  void ids_and_secrets_may_be_any_text() {
    String strange = "a:*?[b]{c}\r\n\u0000\ud83d\ude00" + "x".repeat(5000);
    store.put(strange, VALUE, end(), strange, 5);

    assertThat(store.redeem("a:", strange).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(store.redeem(strange, strange).required()).isEqualTo(VALUE);
  }

  @Test
  void of_many_attempts_at_once_one_takes_it() throws Exception {
    store.put("id", VALUE, end());

    assertThat(inParallel(() -> store.redeem("id").outcome()))
        .containsOnlyOnce(Outcome.REDEEMED)
        .containsOnly(Outcome.REDEEMED, Outcome.ALREADY_USED);
  }

  @Test
  void of_many_wrong_secrets_at_once_five_are_tried() throws Exception {
    store.put("id", VALUE, end(), "1234", 5);

    List<Outcome> outcomes = inParallel(() -> store.redeem("id", "0000").outcome());

    assertThat(outcomes.stream().filter(Outcome.WRONG_SECRET::equals)).hasSize(5);
    assertThat(outcomes).containsOnly(Outcome.WRONG_SECRET, Outcome.WITHDRAWN);
  }

  Instant end() {
    return clock.instant().plus(LIFETIME);
  }

  static <T> List<T> inParallel(java.util.concurrent.Callable<T> attempt) throws Exception {
    int threads = 100;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    CountDownLatch ready = new CountDownLatch(threads);
    try {
      List<Future<T>> attempts = IntStream.range(0, threads)
          .mapToObj(i -> executor.submit(() -> {
            ready.countDown();
            ready.await();
            return attempt.call();
          }))
          .toList();
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> result : attempts) {
        results.add(result.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
