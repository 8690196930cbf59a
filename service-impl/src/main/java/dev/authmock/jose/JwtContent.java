package dev.authmock.jose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a JWT says, with nothing verified: to be shown, and good for nothing else.
 *
 * @param header its header; empty where that can't be read
 * @param claims its claims; empty where they can't be read
 */
public record JwtContent(
    Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims) {

  /** Reads a header and a payload as they stand in a JWT, with a dot between them. */
  public static JwtContent of(String encoded) {
    try {
      CompactParts parts = CompactParts.of(encoded + ".");
      return new JwtContent(readable(parts::headerObject), readable(parts::payloadObject));
    } catch (MalformedJwtException e) {
      return new JwtContent(Map.of(), Map.of());
    }
  }

  /** Whether nothing of it can be read. */
  public boolean isEmpty() {
    return header.isEmpty() && claims.isEmpty();
  }

  private static Map<String, @Nullable Object> readable(Part part) {
    try {
      return part.read();
    } catch (MalformedJwtException e) {
      return Map.of();
    }
  }

  private interface Part {
    Map<String, @Nullable Object> read() throws MalformedJwtException;
  }
}
