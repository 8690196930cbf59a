package dev.authmock.authorize;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.util.List;

/** Settings of the authorization endpoint. */
@Context
@ConfigurationProperties("authmock.authorize")
public class AuthorizeConfiguration {
  private int maxUrlLength = 500;
  private List<String> trustedIssuers = List.of();

  /**
   * How long a redirect to a wallet may be with the request in it; where it would be longer, the
   * request goes by reference. Default 500 characters.
   */
  public int getMaxUrlLength() {
    return maxUrlLength;
  }

  /**
   * The DIDs of other issuers whose {@code VerifiableAuthorisationToOnboard} is accepted in a
   * presentation. Default none: it has to be of this server's own issuer.
   */
  public List<String> getTrustedIssuers() {
    return trustedIssuers;
  }

  /** Sets the DIDs. */
  public void setTrustedIssuers(List<String> trustedIssuers) {
    this.trustedIssuers = List.copyOf(trustedIssuers);
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
