package dev.authmock.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.resource.ClientResources;
import io.micronaut.configuration.lettuce.DefaultRedisConfiguration;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A real Redis in a process of its own. */
public final class TestRedis implements AutoCloseable {
  private static final int MAX_PORT = 55_000;
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private final int port;
  private final RedisServer server;
  private final RedisClient client;

  private TestRedis(int port, RedisServer server) {
    this.port = port;
    this.server = server;
    this.client = RedisClient.create("redis://localhost:" + port);
  }

  /** The one that all tests use who leave its settings alone. */
  public static TestRedis shared() {
    return Shared.REDIS;
  }

  /** One of the test's own, with these settings. */
  public static TestRedis start(String... settings) throws IOException {
    int port = freePort();
    RedisServerBuilder builder =
        RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"");
    for (String setting : settings) {
      builder.setting(setting);
    }
    RedisServer server = builder.build();
    server.start();
    return new TestRedis(port, server);
  }

  /** Leaves room for the port of a cluster's own, which is 10,000 above. */
  public static int freePort() throws IOException {
    int port;
    do {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = socket.getLocalPort();
      }
    } while (port > MAX_PORT);
    return port;
  }

  int port() {
    return port;
  }

  public String uri() {
    return "redis://localhost:" + port;
  }

  /** What a look at the server itself shows. */
  public RedisCommands<String, String> commands() {
    return client.connect().sync();
  }

  /** A prefix that nobody else has. */
  public static RedisConfiguration ofItsOwn() {
    RedisConfiguration configuration = new RedisConfiguration();
    configuration.setKeyPrefix("test-" + PREFIXES.incrementAndGet());
    // Where all cores are busy, a Redis that works may be late.
    configuration.setTimeout(Duration.ofSeconds(5));
    return configuration;
  }

  public static Redis connect(String uri, RedisConfiguration configuration) {
    DefaultRedisConfiguration redis = new DefaultRedisConfiguration();
    redis.setUri(URI.create(uri));
    return connect(new RedisServers(uri, null), redis, configuration);
  }

  public static Redis connectToCluster(String uri, RedisConfiguration configuration) {
    DefaultRedisConfiguration redis = new DefaultRedisConfiguration();
    redis.setUris(URI.create(uri));
    return connect(new RedisServers(null, List.of(uri)), redis, configuration);
  }

  private static Redis connect(
      RedisServers servers, DefaultRedisConfiguration redis, RedisConfiguration configuration) {
    ClientResources resources = RedisFactory.resources();
    RedisConnections connections = new RedisFactory()
        .connections(
            servers,
            redis,
            () -> RedisClient.create(resources, redis.getUri().orElseThrow()),
            () -> RedisClusterClient.create(resources, redis.getUris()),
            resources,
            configuration);
    return new Redis(connections, servers, configuration);
  }

  public static RedisKeys keysOf(RedisConfiguration configuration) {
    return new RedisKeys(configuration);
  }

  public static JsonMapper json() {
    return ObjectMapper.getDefault();
  }

  /** Stops the server as kill -9 does. */
  public void stop() throws IOException {
    server.stop();
  }

  public void startAgain() throws IOException {
    server.start();
  }

  @Override
  public void close() throws IOException {
    client.shutdown(0, 0, TimeUnit.SECONDS);
    server.stop();
  }

  private static final class Shared {
    private static final TestRedis REDIS = begin();
    static final Redis CONNECTED = connect(REDIS.uri(), ofItsOwn());
    static final RedisCommands<String, String> COMMANDS = REDIS.commands();

    private static TestRedis begin() {
      try {
        TestRedis redis = start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
          try {
            redis.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }));
        return redis;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The one connection to the shared server. */
  public static Redis connected() {
    return Shared.CONNECTED;
  }

  /** A look at the shared server. */
  public static RedisCommands<String, String> look() {
    return Shared.COMMANDS;
  }

  /** The names of the keys that begin so, in the shared server. */
  public static List<String> keys(String beginning) {
    return look().keys(beginning + "*");
  }
}
