package dev.authmock.it.redis;

import dev.authmock.app.EmbeddedAuthMock;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.AuthMockClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of several servers on one Redis.
 *
 * @param server the server
 * @param sdk all that this client sends comes to this node, whatever host it names
 * @param http the same
 */
record Node(EmbeddedAuthMock server, AuthMockClient sdk, RawHttp http) {
  /** What clients know: a load balancer that is not there. */
  static final String BASE_URL = "http://localhost:1";

  static Node start(String prefix, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("redis.uri", OneRedis.uri());
    return start(settings, prefix);
  }

  /** On a Redis Cluster that has these nodes among its own. */
  static Node onCluster(String prefix, List<String> uris) {
    return start(Map.of("redis.uris", uris), prefix);
  }

  private static Node start(Map<String, Object> more, String prefix) {
    Map<String, Object> settings = new HashMap<>(Map.of(
        "authmock.store",
        "redis",
        "authmock.redis.key-prefix",
        prefix,
        // Where all cores are busy, a Redis that works may be late.
        "authmock.redis.timeout",
        "5s",
        "authmock.base-url",
        BASE_URL));
    settings.putAll(more);
    EmbeddedAuthMock server = EmbeddedAuthMock.start(settings);
    return new Node(server, sdk(List.of(server.baseUrl())), new RawHttp(server.baseUrl()));
  }

  /** A client whose requests go to these nodes in turn. */
  static AuthMockClient sdkTo(Node... nodes) {
    return sdk(List.of(nodes).stream().map(node -> node.server.baseUrl()).toList());
  }

  private static AuthMockClient sdk(List<String> addresses) {
    return AuthMockClient.builder()
        .baseUrl(BASE_URL)
        .httpClient(new ToNodes(addresses))
        .build();
  }
}
