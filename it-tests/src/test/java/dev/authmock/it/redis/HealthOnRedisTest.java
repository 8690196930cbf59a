package dev.authmock.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.control.model.Health;
import dev.authmock.sdk.control.model.HealthComponent;
import org.junit.jupiter.api.Test;

/** A node on Redis says whether Redis takes what it writes; what is in it is not this node's to count. */
class HealthOnRedisTest extends TwoNodesTest {

  @Test
  void a_node_is_up_where_redis_takes_what_it_writes() {
    Health health = A.sdk().control().operations().health();

    assertThat(health.getStatus()).isEqualTo(Health.StatusEnum.UP);
    assertThat(health.getComponents())
        .extracting(HealthComponent::getName)
        .containsExactly("signing", "stores");
    assertThat(health.getComponents().get(1).getDetail()).isEqualTo("Redis takes what is written");
  }

  @Test
  void metrics_are_to_be_had_without_those_of_the_stores_in_memory() {
    assertThat(B.http().get("/prometheus").body())
        .contains("authmock_journal_entries")
        .doesNotContain("authmock_store_entries");
  }
}
