package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpiringMapTest {
  private static final int BOUND = 1000;

  private final SteppingClock clock = new SteppingClock();
  private final ExpiringMap<String> map =
      ExpiringMap.refusing("texts", 100, BOUND, clock, text -> Instant.MAX, String::length);

  @Test
  void what_takes_more_memory_than_there_may_be_is_refused_however_few_they_are() {
    map.put("big", "x".repeat(BOUND));

    assertThatThrownBy(map::requireRoom)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("a full store of 1 texts");
  }

  @Test
  void what_goes_gives_its_memory_back_in_whatever_way_it_goes() {
    map.put("removed", "12345");
    map.remove("removed");
    map.put("replaced", "12345");
    map.put("replaced", "123");
    map.compute("computed", (id, old) -> "12345");
    map.compute("computed", (id, old) -> "12");
    map.computeIfPresent("computed", (id, old) -> old);
    assertThat(map.putIfAbsent("computed", "12345")).isFalse();
    assertThat(map.putIfAbsent("absent", "1")).isTrue();
    assertThat(map.weight()).isEqualTo(3 + 2 + 1);

    map.computeIfPresent("computed", (id, old) -> null);
    assertThat(map.weight()).isEqualTo(3 + 1);
    map.clear();
    assertThat(map.weight()).isZero();
  }

  @Test
  void what_is_past_its_time_gives_its_memory_back() {
    SteppingClock later = new SteppingClock();
    Instant end = later.instant().plusSeconds(60);
    ExpiringMap<String> expiring =
        ExpiringMap.refusing("texts", 100, BOUND, later, text -> end, String::length);
    expiring.put("big", "x".repeat(BOUND));
    later.advance(Duration.ofSeconds(61));

    expiring.requireRoom();
    assertThat(expiring.weight()).isZero();
  }

  @Test
  void a_value_weighs_at_least_what_its_text_does() {
    assertThat(Weight.of("x".repeat(500))).isBetween(500L, 600L);
    assertThat(Weight.of(List.of("x".repeat(500), List.of(), Map.of("key", "x".repeat(500)))))
        .isBetween(1000L, 1500L);
    assertThat(Weight.of("text", null)).isEqualTo(Weight.of("text"));
  }
}
