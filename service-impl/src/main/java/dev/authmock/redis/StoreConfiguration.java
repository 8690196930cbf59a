package dev.authmock.redis;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;

/** Where the stores are. */
@Context
@ConfigurationProperties("authmock")
public class StoreConfiguration {
  /** The setting by name, for those who exist by it. */
  static final String STORE = "authmock.store";

  static final String MEMORY = "memory";
  static final String REDIS = "redis";

  private String store = MEMORY;

  /**
   * Where codes, nonces, replays, registered clients, offers and the journal are kept. Default
   * {@code memory}: of this process; {@code redis}: shared by all nodes on one Redis.
   */
  public String getStore() {
    return store;
  }

  /** Whether they are in Redis. */
  public boolean isRedis() {
    return store.equals(REDIS);
  }

  /** Sets where. */
  public void setStore(String store) {
    if (!store.equals(MEMORY) && !store.equals(REDIS)) {
      throw new IllegalArgumentException(
          // Not what it is: an address with its password gets here easily.
          STORE + " must be " + MEMORY + " or " + REDIS);
    }
    this.store = store;
  }
}
