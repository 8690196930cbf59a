package dev.authmock.check;

import dev.authmock.server.Sha256;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token of a request, or that it had none; never shown.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
public final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private final @Nullable String value;

  private BearerToken(@Nullable String value) {
    this.value = value;
  }

  /** The token in the value of an Authorization header. */
  public static BearerToken of(@Nullable String authorization) {
    boolean bearer =
        authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return new BearerToken(
        bearer && authorization != null
            ? authorization.substring(SCHEME.length()).strip()
            : null);
  }

  /** Whether this is the token with that SHA-256. */
  public boolean hasDigest(byte @Nullable [] digest) {
    return value != null && digest != null && MessageDigest.isEqual(Sha256.of(value), digest);
  }

  /** The token itself, if there was one; a secret. */
  public Optional<String> value() {
    return Optional.ofNullable(value);
  }

  /**
   * The token itself, to give it back to the one who sent it.
   *
   * @throws IllegalStateException if there was none
   */
  public String required() {
    if (value == null) {
      throw new IllegalStateException("there is no bearer token");
    }
    return value;
  }

  /** The token as it may be shown: whether there was one, and which. */
  @Override
  public String toString() {
    return value == null ? "no bearer token" : Fingerprint.of(value);
  }
}
