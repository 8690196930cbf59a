package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.authmock.check.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z",
        "2262-04-11T23:47:16.854Z",
        "2500-01-01T00:00:00Z",
        "9999-12-31T23:59:00Z"
      })
  void what_is_past_its_time_goes_in_every_year(String year) {
    clock.set(Instant.parse(year));
    Instant end = clock.instant().plusSeconds(60);
    ExpiringMap<String> expiring = until(end);
    expiring.put("id", "value");

    clock.set(end.minusMillis(1));
    assertThat(expiring.get("id")).isEqualTo("value");
    clock.set(end);
    assertThat(expiring.get("id")).isNull();
    assertThat(expiring.weight()).isZero();
  }

  @Test
  void what_is_put_after_a_leap_of_the_clock_lives_its_time() {
    for (String year :
        List.of("9999-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2262-05-01T00:00:00Z")) {
      clock.set(Instant.parse(year));
      Instant end = clock.instant().plusSeconds(60);
      ExpiringMap<String> expiring = until(end);
      expiring.put("id", "value");
      assertThat(expiring.get("id")).isEqualTo("value");
    }
  }

  @Test
  void what_is_still_to_be_forgotten_stays_when_the_clock_is_set_back() {
    Instant end = clock.instant().plusSeconds(60);
    ExpiringMap<String> expiring = until(end);
    expiring.put("id", "value");

    clock.set(Instant.EPOCH);
    assertThat(expiring.get("id")).isEqualTo("value");
    clock.set(end.minusMillis(1));
    assertThat(expiring.get("id")).isEqualTo("value");
    clock.set(end);
    assertThat(expiring.get("id")).isNull();
  }

  @Test
  void what_was_said_to_be_gone_stays_so_when_the_clock_is_set_back() {
    Instant start = clock.instant();
    Instant end = start.plusSeconds(60);
    ExpiringMap<String> expiring = until(end);
    expiring.put("read", "value");
    expiring.put("changed", "value");

    clock.set(end);
    assertThat(expiring.get("read")).isNull();
    expiring.computeIfPresent("changed", (id, old) -> fail("it is past its time"));
    clock.set(start);
    assertThat(expiring.get("read")).isNull();
    assertThat(expiring.get("changed")).isNull();
    assertThat(expiring.weight()).isZero();
  }

  @Test
  void no_leap_of_the_clock_makes_the_memory_of_what_is_past_stay_for_ever() {
    ExpiringMap<String> expiring =
        ExpiringMap.refusing("texts", 1, BOUND, clock, Instant::parse, String::length);
    List<String> times = List.of(
        "2026-01-01T00:00:10Z",
        "9999-12-31T23:59:59Z",
        "1971-01-01T00:00:00Z",
        "2262-04-12T00:00:00Z");
    for (String now : times) {
      clock.set(Instant.parse(now));
      times.forEach(time -> expiring.put(now + time, time));
    }
    for (String now : times) {
      clock.set(Instant.parse(now));
      expiring.get("anything");
    }
    clock.set(Instant.parse("9999-12-31T23:59:59Z").plusSeconds(60));

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

  private ExpiringMap<String> until(Instant end) {
    return ExpiringMap.refusing("texts", 100, BOUND, clock, text -> end, String::length);
  }
}
