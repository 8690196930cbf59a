package dev.authmock.credential;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/** Settings of credentials. */
@Context
@ConfigurationProperties("authmock.credentials")
public class CredentialConfiguration {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Duration lifetime = Duration.ofDays(365);

  /** For how long a credential is valid. Default 365 days. */
  public Duration getLifetime() {
    return lifetime;
  }

  /** Sets for how long a credential is valid, a second to a hundred years. */
  public void setLifetime(Duration lifetime) {
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "authmock.credentials.lifetime must be from 1s to 36500d, not " + lifetime);
    }
    this.lifetime = lifetime;
  }
}
