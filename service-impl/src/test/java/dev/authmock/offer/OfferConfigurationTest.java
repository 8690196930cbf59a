package dev.authmock.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferConfigurationTest {
  private final OfferConfiguration configuration = new OfferConfiguration();

  @Test
  void an_offer_is_good_for_five_minutes_unless_configured_otherwise() {
    assertThat(configuration.getLifetime()).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.9S", "P36501D", "P99999999D"})
  void a_lifetime_out_of_all_reason_is_refused_by_its_name(String lifetime) {
    assertThatThrownBy(() -> configuration.setLifetime(Duration.parse(lifetime)))
        .hasMessageContaining("authmock.offers.lifetime must be from 1s to 36500d");
  }
}
