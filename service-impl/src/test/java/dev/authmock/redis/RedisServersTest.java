package dev.authmock.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the addresses of Redis, those with passwords in them, only hosts and ports are shown. */
class RedisServersTest {

  @ParameterizedTest
  @CsvSource({
    "redis://localhost, localhost",
    "redis://localhost:6380/3, localhost:6380",
    "redis://:horse@redis.example:6379, redis.example:6379",
    "rediss://user:h%23rse@10.0.0.1:6379?timeout=5s, 10.0.0.1:6379",
    "redis://user:h@rse@my_redis:6379, my_redis:6379",
    "redis://:horse@[::1]:6379, [::1]:6379"
  })
  void hosts_and_ports_are_shown(String uri, String shown) {
    assertThat(new RedisServers(uri, null).shown()).isEqualTo(shown);
  }

  @Test
  void all_nodes_of_a_cluster_are_shown() {
    assertThat(
            new RedisServers(null, List.of("redis://:horse@one:1", "redis://:horse@two:2")).shown())
        .isEqualTo("one:1, two:2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://user:horse#1@localhost:6379",
        "redis://:ho#rse@localhost",
        "redis://user:horse?1@localhost:6379",
        "redis://user:1234?horse@localhost:6379",
        "redis://user:horse/1@localhost:6379",
        "redis://user:horse",
        "redis:horse",
        "http://horse:6379",
        "horse"
      })
  void what_may_have_a_password_in_the_place_of_a_host_is_refused_without_showing_it(String uri) {
    assertThatThrownBy(() -> new RedisServers(uri, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("redis.uri must be an address")
        .hasMessageNotContaining("horse");
  }
}
