package dev.authmock.redis;

import io.lettuce.core.RedisURI;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where Redis is: {@code redis.uri}, or, of a Redis Cluster, {@code redis.uris}. */
@Context
@InRedis
public class RedisServers {
  private static final Set<String> SCHEMES = Set.of("redis", "rediss");

  /** A host, which may have underscores as those of containers do, or an address, and a port. */
  private static final Pattern PLACE =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]+)?");

  private final List<String> uris;
  private final boolean isCluster;

  /**
   * The configured ones.
   *
   * @throws IllegalArgumentException if there are none, or they are none of Redis; it does not show
   *     them, for there may be a password in them
   */
  public RedisServers(
      @Property(name = "redis.uri") @Nullable String uri,
      @Property(name = "redis.uris") @Nullable List<String> uris) {
    this.isCluster = uris != null && !uris.isEmpty();
    if (isCluster == (uri != null)) {
      throw new IllegalArgumentException(
          "authmock.store is redis: set either redis.uri, such as redis://localhost:6379, or the"
              + " redis.uris of a Redis Cluster");
    }
    this.uris = uri != null ? List.of(uri) : List.copyOf(uris == null ? List.of() : uris);
    this.uris.forEach(RedisServers::require);
  }

  private static void require(String uri) {
    if (!isOfRedis(uri)) {
      throw new IllegalArgumentException(
          "redis.uri must be an address such as redis://localhost:6379 or"
              + " rediss://user:password@redis.example:6380/0; what is no letter or digit in a password"
              + " is written as % and two hexadecimal digits");
    }
  }

  private static boolean isOfRedis(String uri) {
    try {
      URI parsed = new URI(uri);
      return SCHEMES.contains(String.valueOf(parsed.getScheme()))
          && parsed.getRawAuthority() != null
          && PLACE.matcher(place(parsed)).matches()
          // Of a password that is not escaped.
          && parsed.getRawFragment() == null
          && !String.valueOf(parsed.getRawQuery()).contains("@")
          && RedisURI.create(uri).getHost() != null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Their hosts and ports. */
  String shown() {
    return uris.stream()
        .map(URI::create)
        .map(RedisServers::place)
        .collect(Collectors.joining(", "));
  }

  private static String place(URI uri) {
    String authority = uri.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** Whether they are nodes of one Redis Cluster. */
  boolean isCluster() {
    return isCluster;
  }

  /** Says nothing of the passwords. */
  @Override
  public String toString() {
    return "RedisServers";
  }
}
