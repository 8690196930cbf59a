package dev.authmock.jose;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How this server signs.
 *
 * @param cryptoProvider who does ES256: {@code auto} (the fastest that works on this machine),
 *     {@code accp}, {@code conscrypt} or {@code jdk}
 * @param signingKeys a file with a JWKS of private keys, all of which are published and one of
 *     which signs; by default a fresh key is generated at each start
 * @param signingKeyId the kid of the key in that file that signs; by default the first that can
 */
@ConfigurationProperties("authmock")
public record JoseSettings(
    @Bindable(defaultValue = "auto") String cryptoProvider,
    Optional<Path> signingKeys,
    Optional<String> signingKeyId) {

  /** What an empty configuration means. */
  public static JoseSettings defaults() {
    return new JoseSettings("auto", Optional.empty(), Optional.empty());
  }
}
