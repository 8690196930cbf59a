package dev.authmock.it.redis;

import dev.authmock.it.support.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** One real Redis for all tests of a JVM, which ends with it. */
final class OneRedis {
  private static final RedisServer SERVER = start();

  private OneRedis() {}

  static String uri() {
    return SERVER.uri();
  }

  private static RedisServer start() {
    try {
      RedisServer server = RedisServer.start(Files.createTempDirectory("one-redis"));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
