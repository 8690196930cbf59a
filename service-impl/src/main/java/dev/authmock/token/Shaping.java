package dev.authmock.token;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shapes that match one request, in the order in which they apply.
 *
 * @param shapes those
 */
record Shaping(List<TokenShape> shapes) {
  /** That of a request that none matches. */
  static final Shaping NONE = new Shaping(List.of());

  /** The lifetime of the tokens in seconds. */
  int lifetime() {
    int lifetime = IssuedTokens.LIFETIME_SECONDS;
    // Asked for each token, and mostly there are none: no stream for that.
    for (TokenShape shape : shapes) {
      Integer shaped = shape.lifetime();
      lifetime = shaped == null ? lifetime : shaped;
    }
    return lifetime;
  }

  /** Changes the claims of an access token. */
  void shapeAccessToken(Map<String, @Nullable Object> claims) {
    for (TokenShape shape : shapes) {
      shape(claims, shape);
      put(claims, shape.accessTokenClaims());
    }
  }

  /** Changes the claims of an ID token. */
  void shapeIdToken(Map<String, @Nullable Object> claims) {
    for (TokenShape shape : shapes) {
      shape(claims, shape);
      put(claims, shape.idTokenClaims());
    }
  }

  private static void shape(Map<String, @Nullable Object> claims, TokenShape shape) {
    if (shape.subject() != null) {
      claims.put("sub", shape.subject());
    }
    put(claims, shape.claims());
  }

  private static void put(
      Map<String, @Nullable Object> claims, Map<String, @Nullable Object> shaped) {
    shaped.forEach((name, value) -> {
      if (value == null) {
        claims.remove(name);
      } else {
        claims.put(name, value);
      }
    });
  }
}
