package dev.authmock.offer;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/** Settings of credential offers. */
@Context
@ConfigurationProperties("authmock.offers")
public class OfferConfiguration {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Duration lifetime = Duration.ofMinutes(5);

  /** For how long an offer is good, with the code or issuer_state in it. Default 5 minutes. */
  public Duration getLifetime() {
    return lifetime;
  }

  /** Sets for how long an offer is good, a second to a hundred years. */
  public void setLifetime(Duration lifetime) {
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "authmock.offers.lifetime must be from 1s to 36500d, not " + lifetime);
    }
    this.lifetime = lifetime;
  }
}
