package dev.authmock.authorize;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;

/** Settings of the authorization endpoint. */
@Context
@ConfigurationProperties("authmock.authorize")
public class AuthorizeConfiguration {
  private int maxUrlLength = 500;

  /**
   * How long a redirect to a wallet may be with the request in it; where it would be longer, the request goes by
   * reference. Default 500 characters.
   */
  public int getMaxUrlLength() {
    return maxUrlLength;
  }

  /** Sets the bound; 0 for always by reference. */
  public void setMaxUrlLength(int maxUrlLength) {
    if (maxUrlLength < 0) {
      throw new IllegalArgumentException(
          "authmock.authorize.max-url-length must not be negative, but is " + maxUrlLength);
    }
    this.maxUrlLength = maxUrlLength;
  }
}
