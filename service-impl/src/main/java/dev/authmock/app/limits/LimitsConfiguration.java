package dev.authmock.app.limits;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/** Settings of the limits that the framework has none for. */
@Context
@ConfigurationProperties("authmock.limits")
public class LimitsConfiguration {
  private static final Duration LONGEST = Duration.ofHours(1);

  private int maxConnections = 10_000;
  private Duration requestTimeout = Duration.ofSeconds(20);

  /**
   * How many connections may be open at once. Beyond that, those that are in the middle of nothing
   * make room, and where there are none of these, new ones are refused. Default 10000.
   */
  public int getMaxConnections() {
    return maxConnections;
  }

  /** Sets the bound, at least 1. */
  public void setMaxConnections(int maxConnections) {
    if (maxConnections < 1) {
      throw new IllegalArgumentException(
          "authmock.limits.max-connections must be at least 1, not " + maxConnections);
    }
    this.maxConnections = maxConnections;
  }

  /** How long a request may take from its first byte to its last. Default 20 seconds. */
  public Duration getRequestTimeout() {
    return requestTimeout;
  }

  /** Sets how long a request may take, up to an hour. */
  public void setRequestTimeout(Duration requestTimeout) {
    if (requestTimeout.toMillis() < 1 || requestTimeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "authmock.limits.request-timeout must be from 1ms to 1h, not " + requestTimeout);
    }
    this.requestTimeout = requestTimeout;
  }
}
