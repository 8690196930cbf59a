package dev.authmock.credential;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/** Settings of credentials. */
@Context
@ConfigurationProperties("authmock.credentials")
public class CredentialConfiguration {
  private Duration lifetime = Duration.ofDays(365);

  /** For how long a credential is valid. Default 365 days. */
  public Duration getLifetime() {
    return lifetime;
  }

  /** Sets for how long a credential is valid, at least a second. */
  public void setLifetime(Duration lifetime) {
    if (lifetime.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "authmock.credentials.lifetime must be at least 1s, not " + lifetime);
    }
    this.lifetime = lifetime;
  }
}
