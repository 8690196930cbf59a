package dev.authmock.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of some requests are to say, other than they would.
 *
 * @param name its name
 * @param match the requests
 * @param subject the sub of both tokens
 * @param lifetime the lifetime of both tokens in seconds
 * @param claims claims of both tokens; null in the place of a value takes a claim out
 * @param accessTokenClaims claims of the access token only
 * @param idTokenClaims claims of the ID token only
 * @param configured whether it is from the configuration
 */
public record TokenShape(
    String name,
    ShapeMatch match,
    @Nullable String subject,
    @Nullable Integer lifetime,
    Map<String, @Nullable Object> claims,
    Map<String, @Nullable Object> accessTokenClaims,
    Map<String, @Nullable Object> idTokenClaims,
    boolean configured) {

  /** Says nothing of what the tokens say. */
  @Override
  public String toString() {
    return "TokenShape[" + name + "]";
  }
}
