package dev.authmock.it.redis;

import java.io.IOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** One real Redis for all tests of a JVM, which ends with it. */
final class OneRedis {
  private static final String URI = start();

  private OneRedis() {}

  static String uri() {
    return URI;
  }

  private static String start() {
    try {
      int port = freePort();
      RedisServer.newRedisServer()
          .port(port)
          .bind("127.0.0.1")
          .setting("save \"\"")
          .onShutdownForceStop(true)
          .build()
          .start();
      return "redis://127.0.0.1:" + port;
    } catch (IOException e) {
      throw new IllegalStateException("Redis does not start", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
