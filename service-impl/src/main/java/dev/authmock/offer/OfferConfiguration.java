package dev.authmock.offer;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/** Settings of credential offers. */
@Context
@ConfigurationProperties("authmock.offers")
public class OfferConfiguration {
  private Duration lifetime = Duration.ofMinutes(5);

  /** For how long an offer is good, with the code or issuer_state in it. Default 5 minutes. */
  public Duration getLifetime() {
    return lifetime;
  }

  /** Sets for how long an offer is good, at least a second. */
  public void setLifetime(Duration lifetime) {
    if (lifetime.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "authmock.offers.lifetime must be at least 1s, not " + lifetime);
    }
    this.lifetime = lifetime;
  }
}
