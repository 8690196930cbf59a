package dev.authmock.journal;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;

/** Settings of the journal. */
@Context
@ConfigurationProperties("authmock.journal")
public class JournalConfiguration {
  private int maxEntries = 1000;

  /** How many entries are kept; the oldest make room for new ones. Default 1000. */
  public int getMaxEntries() {
    return maxEntries;
  }

  /** Sets how many entries are kept, at least 1. */
  public void setMaxEntries(int maxEntries) {
    if (maxEntries < 1) {
      throw new IllegalArgumentException(
          "authmock.journal.max-entries must be at least 1, not " + maxEntries);
    }
    this.maxEntries = maxEntries;
  }
}
