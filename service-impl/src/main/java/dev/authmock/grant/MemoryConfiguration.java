package dev.authmock.grant;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;

/** Settings of the stores in memory. */
@Context
@ConfigurationProperties("authmock.memory")
public class MemoryConfiguration {
  private int maxEntries = 200_000;

  /** How many entries each store holds at the most; more are refused. Default 200000. */
  public int getMaxEntries() {
    return maxEntries;
  }

  /** Sets the bound, at least 1. */
  public void setMaxEntries(int maxEntries) {
    if (maxEntries < 1) {
      throw new IllegalArgumentException(
          "authmock.memory.max-entries must be at least 1, not " + maxEntries);
    }
    this.maxEntries = maxEntries;
  }
}
