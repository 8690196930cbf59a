package dev.authmock.it.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.control.model.Health;
import dev.authmock.sdk.control.model.HealthComponent;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether the mock can work. */
@Property(name = "authmock.memory.max-entries", value = "2")
class HealthTest extends ServiceTest {

  @Test
  void a_fresh_mock_is_up_and_says_what_it_signs_with() {
    Exchange answer = http.get("/health");

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    Health health = sdk.control().operations().health();
    assertThat(health.getStatus()).isEqualTo(Health.StatusEnum.UP);
    assertThat(health.getComponents())
        .extracting(HealthComponent::getName)
        .containsExactly("signing", "stores");
    assertThat(health.getComponents())
        .allMatch(part -> part.getStatus() == HealthComponent.StatusEnum.UP);
    assertThat(health.getComponents().get(0).getDetail()).startsWith("ES256 with ");
  }

  @Test
  void a_full_store_takes_the_mock_down_and_is_named() {
    codes.preAuthorized();
    codes.preAuthorized();

    Exchange answer = http.get("/health");
    assertThat(answer.status()).as("%s", answer).isEqualTo(503);
    assertThat(answer.json().path("status").asText()).isEqualTo("DOWN");
    HealthComponent stores = stores();
    assertThat(stores.getStatus()).isEqualTo(HealthComponent.StatusEnum.DOWN);
    assertThat(stores.getDetail()).isEqualTo("full: pre-authorized codes (2)");
    assertThat(http.get("/mock/journal").json().toString()).doesNotContain("/health");
  }

  @Test
  void what_is_past_its_time_fills_no_store() {
    codes.preAuthorized();
    codes.preAuthorized();
    clock.advance(Duration.ofSeconds(300 + 601));

    assertThat(http.get("/health").status()).isEqualTo(200);
    assertThat(stores().getDetail()).endsWith("stores have room");
  }

  private HealthComponent stores() {
    return sdk.control().operations().health().getComponents().get(1);
  }
}
