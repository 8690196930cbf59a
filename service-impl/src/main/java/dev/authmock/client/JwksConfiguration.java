package dev.authmock.client;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/** Settings of the cache of clients' keys. */
@Context
@ConfigurationProperties("authmock.jwks")
public class JwksConfiguration {
  private Duration maxAge = Duration.ofMinutes(5);
  private Duration refreshInterval = Duration.ofSeconds(10);
  private int maxEntries = 1000;

  /** For how long fetched keys are used before they are fetched again. Default 5 minutes. */
  public Duration getMaxAge() {
    return maxAge;
  }

  /** Sets for how long fetched keys are used. */
  public void setMaxAge(Duration maxAge) {
    this.maxAge = requirePositive("max-age", maxAge);
  }

  /** How often unknown kids may make the keys of one host be fetched anew. Default 10 seconds. */
  public Duration getRefreshInterval() {
    return refreshInterval;
  }

  /** Sets how often unknown kids may make the keys of one host be fetched anew. */
  public void setRefreshInterval(Duration refreshInterval) {
    this.refreshInterval = requirePositive("refresh-interval", refreshInterval);
  }

  /** How many clients' keys are kept; the least used make room. Default 1000. */
  public int getMaxEntries() {
    return maxEntries;
  }

  /** Sets how many clients' keys are kept. */
  public void setMaxEntries(int maxEntries) {
    if (maxEntries < 1) {
      throw new IllegalArgumentException(
          "authmock.jwks.max-entries must be at least 1, not " + maxEntries);
    }
    this.maxEntries = maxEntries;
  }

  private static Duration requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "authmock.jwks." + name + " must be positive, not " + duration);
    }
    return duration;
  }
}
