package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.grant.Redemption.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentlyEndedTest {
  private static final Duration MEMORY = Duration.ofMinutes(10);

  private final SteppingClock clock = new SteppingClock();
  private final RecentlyEnded ended = new RecentlyEnded(2, MEMORY, clock);

  @Test
  void an_end_is_told_until_its_time_is_up() {
    ended.add("a", Outcome.ALREADY_USED, "flow");

    clock.advance(MEMORY.minusMillis(1));
    assertThat(how("a")).isEqualTo(Outcome.ALREADY_USED);
    clock.advance(Duration.ofMillis(1));
    assertThat(ended.find("a")).isNull();
  }

  @Test
  void what_was_said_to_be_forgotten_stays_so_when_the_clock_is_set_back() {
    ended.add("a", Outcome.WITHDRAWN, "flow");
    clock.advance(MEMORY);
    assertThat(ended.find("a")).isNull();

    clock.advance(MEMORY.negated());
    assertThat(ended.find("a")).isNull();
  }

  @Test
  void the_oldest_end_makes_room() {
    ended.add("a", Outcome.ALREADY_USED, "flow");
    ended.add("b", Outcome.WITHDRAWN, "flow");
    ended.add("c", Outcome.ALREADY_USED, "flow");

    assertThat(ended.find("a")).isNull();
    assertThat(how("b")).isEqualTo(Outcome.WITHDRAWN);
    assertThat(how("c")).isEqualTo(Outcome.ALREADY_USED);
  }

  @Test
  void ends_whose_time_is_up_take_no_memory_after_the_next_end() {
    RecentlyEnded many = new RecentlyEnded(1_000, MEMORY, clock);
    for (int i = 0; i < 500; i++) {
      many.add("a" + i, Outcome.ALREADY_USED, "flow");
    }
    clock.advance(MEMORY);
    many.add("b", Outcome.ALREADY_USED, "flow");

    assertThat(many.size()).isEqualTo(1);
  }

  @Test
  void nothing_is_known_after_it_was_cleared() {
    ended.add("a", Outcome.ALREADY_USED, "flow");
    ended.clear();

    assertThat(ended.find("a")).isNull();
  }

  private Outcome how(String id) {
    RecentlyEnded.End end = ended.find(id);
    return end == null ? Outcome.UNKNOWN : end.how();
  }
}
