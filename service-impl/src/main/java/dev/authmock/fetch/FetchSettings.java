package dev.authmock.fetch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;

/**
 * The limits of outgoing requests.
 *
 * @param connectTimeout how long a host may take to accept a connection, 1 s by default
 * @param totalTimeout how long a request may take in all, from the name look-up to the last byte,
 *     redirects included, 3 s by default
 * @param maxBodySize how big an answer may be, 512 KB by default
 * @param denyPrivate whether loopback and private addresses are denied too, as they should be where
 *     strangers can register URLs; false by default, since on a developer's machine the clients are
 *     on localhost
 */
@Context
@ConfigurationProperties("authmock.fetch")
public record FetchSettings(
    @Bindable(defaultValue = "1s") Duration connectTimeout,
    @Bindable(defaultValue = "3s") Duration totalTimeout,
    @ReadableBytes @Bindable(defaultValue = "512KB") int maxBodySize,
    @Bindable(defaultValue = "false") boolean denyPrivate) {

  /** Refuses limits that would let nothing through. */
  public FetchSettings {
    if (!isPositive(connectTimeout) || !isPositive(totalTimeout) || maxBodySize <= 0) {
      throw new IllegalArgumentException(
          "authmock.fetch: connect-timeout, total-timeout and max-body-size must be positive");
    }
  }

  /** What an empty configuration means. */
  public static FetchSettings defaults() {
    return new FetchSettings(Duration.ofSeconds(1), Duration.ofSeconds(3), 512 * 1024, false);
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
