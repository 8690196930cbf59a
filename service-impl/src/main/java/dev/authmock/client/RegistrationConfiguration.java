package dev.authmock.client;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;

/** Settings of the registration endpoint. */
@Context
@ConfigurationProperties("authmock.registration")
public class RegistrationConfiguration {
  private int maxClients = 2_000;

  /** How many clients may be registered at once; more are refused. Default 2000. */
  public int getMaxClients() {
    return maxClients;
  }

  /** Sets the bound, at least 1. */
  public void setMaxClients(int maxClients) {
    if (maxClients < 1) {
      throw new IllegalArgumentException(
          "authmock.registration.max-clients must be at least 1, not " + maxClients);
    }
    this.maxClients = maxClients;
  }
}
