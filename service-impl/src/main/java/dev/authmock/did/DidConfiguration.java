package dev.authmock.did;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/** Settings of the resolution of DIDs. */
@Context
@ConfigurationProperties("authmock.did")
public class DidConfiguration {
  private Optional<String> ebsiRegistry = Optional.empty();
  private Duration maxAge = Duration.ofMinutes(5);
  private Duration refreshInterval = Duration.ofSeconds(10);
  private int maxEntries = 1000;

  /** The URL of the registry of did:ebsi, without a slash at the end. Default none. */
  public Optional<String> getEbsiRegistry() {
    return ebsiRegistry;
  }

  /** Sets the URL to which {@code /identifiers/} and the DID are added; empty for none. */
  public void setEbsiRegistry(String ebsiRegistry) {
    this.ebsiRegistry = Optional.of(ebsiRegistry.strip())
        .filter(url -> !url.isEmpty())
        .map(DidConfiguration::requireBaseUrl);
  }

  /** For how long a DID document is used before it is fetched again. Default 5 minutes. */
  public Duration getMaxAge() {
    return maxAge;
  }

  /** Sets for how long a DID document is used. */
  public void setMaxAge(Duration maxAge) {
    this.maxAge = requirePositive("max-age", maxAge);
  }

  /**
   * How often a key that is not to be had from a DID's document may have that fetched anew. Default
   * 10 seconds.
   */
  public Duration getRefreshInterval() {
    return refreshInterval;
  }

  /** Sets how often a key that is not to be had may have a document fetched anew. */
  public void setRefreshInterval(Duration refreshInterval) {
    this.refreshInterval = requirePositive("refresh-interval", refreshInterval);
  }

  /** How many DID documents are kept; the least used make room. Default 1000. */
  public int getMaxEntries() {
    return maxEntries;
  }

  /** Sets how many DID documents are kept. */
  public void setMaxEntries(int maxEntries) {
    if (maxEntries < 1) {
      throw new IllegalArgumentException(
          "authmock.did.max-entries must be at least 1, not " + maxEntries);
    }
    this.maxEntries = maxEntries;
  }

  /** Without the slash at its end; never quoted, for a password could be in it. */
  private static String requireBaseUrl(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme());
      boolean http = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
      boolean hasPort = uri.getPort() != 0 && uri.getPort() <= 65_535;
      boolean bare =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (http && uri.getHost() != null && hasPort && bare) {
        return text.replaceFirst("/+$", "");
      }
    } catch (URISyntaxException e) {
      // Falls through to the same words.
    }
    throw new IllegalArgumentException("authmock.did.ebsi-registry must be an http or https URL "
        + "without user info, query and fragment: https://registry.example/did-registry/v5");
  }

  private static Duration requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "authmock.did." + name + " must be positive, not " + duration);
    }
    return duration;
  }
}
