package dev.authmock.it.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A real redis-server as a process of its own, which can be killed, started again on the same port
 * and data, and paused.
 */
public final class RedisServer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final File BINARY = binary();

  private final Path directory;
  private final List<String> options;
  private final int port;
  private Process process;
  private String password = "";

  private RedisServer(Path directory, List<String> options, int port) {
    this.directory = directory;
    this.options = options;
    this.port = port;
  }

  /** Starts one that writes each change to disk before it answers. */
  public static RedisServer durable(Path directory) {
    return start(directory, "--appendonly", "yes", "--appendfsync", "always");
  }

  /** Starts one that keeps nothing, with these options. */
  public static RedisServer start(Path directory, String... options) {
    RedisServer server = stopped(directory, options);
    server.restart();
    return server;
  }

  /** One that is still to be started. */
  public static RedisServer stopped(Path directory, String... options) {
    return new RedisServer(directory, List.of(options), FreePort.find());
  }

  /** The port of this machine on which it takes connections. */
  public int port() {
    return port;
  }

  /** Where it is, as clients of Redis write it. */
  public String uri() {
    return "redis://localhost:" + port;
  }

  /** Starts it (again) and waits until it takes commands. */
  public void restart() {
    List<String> command = new ArrayList<>(List.of(
        BINARY.toString(),
        "--port",
        Integer.toString(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        directory.toString(),
        "--save",
        ""));
    command.addAll(options);
    try {
      process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(
              ProcessBuilder.Redirect.appendTo(directory.resolve("redis.log").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Await.until("Redis takes commands", LIMIT, () -> command("PING").equals("PONG"));
  }

  /** {@code kill -9}. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code SIGSTOP}: the kernel goes on to accept connections and bytes for it. */
  public void pause() {
    signal("-STOP");
  }

  /** {@code SIGCONT}. */
  public void resume() {
    signal("-CONT");
  }

  /** Sets the password that it asks for. */
  public RedisServer protectedBy(String word) {
    try {
      command("CONFIG", "SET", "requirepass", word);
      password = word;
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends one command over a connection of its own; the answer as text, errors too. */
  public String command(String... words) throws IOException {
    try (RespConnection connection = new RespConnection(port)) {
      if (!password.isEmpty()) {
        connection.send("AUTH", password);
      }
      return connection.send(words);
    }
  }

  /** The names of all keys, one per line. */
  public List<String> keys() throws IOException {
    return Arrays.stream(command("KEYS", "*").split("\n"))
        .filter(key -> !key.isEmpty())
        .toList();
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }

  private void signal(String signal) {
    try {
      Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
      if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new AssertionError("kill " + signal + " did not work");
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static File binary() {
    try {
      File directory = Files.createTempDirectory("redis-server").toFile();
      directory.deleteOnExit();
      File binary = ExecutableProvider.newJarResourceProvider(directory).get();
      binary.deleteOnExit();
      return binary;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
