package dev.authmock.client;

import dev.authmock.check.Finding;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came when a {@code jwks_uri} was tested.
 *
 * @param jwksUri what was fetched
 * @param duration how long that took
 * @param findings the rules of fetching keys that were tried
 * @param keys the keys that came
 */
public record TestedJwks(
    String jwksUri, Duration duration, List<Finding> findings, List<SeenKey> keys) {

  /** Whether keys could be read. */
  public boolean isAccepted() {
    return findings.stream().allMatch(Finding::passed);
  }

  /**
   * A key as it may be shown: by its name and kind.
   *
   * @param usable whether it can verify an ES256 signature here and has a kid of its own
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-4">RFC 7517, section 4</a>
   */
  public record SeenKey(
      @Nullable String kid,
      @Nullable String kty,
      @Nullable String crv,
      @Nullable String alg,
      @Nullable String use,
      boolean usable) {}
}
