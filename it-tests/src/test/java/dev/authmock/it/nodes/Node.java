package dev.authmock.it.nodes;

import dev.authmock.it.support.Await;
import dev.authmock.it.support.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of several service processes on one Redis; it keeps its port when it starts again. */
final class Node implements AutoCloseable {
  /** As a load balancer before the nodes would have it: clients know but one server. */
  static final String BASE_URL = "http://auth-mock.example";

  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final String name;
  private final Path output;
  private final List<String> settings;
  private final int port = FreePort.find();
  private Process process;

  private Node(String name, Path directory, String redisUri, List<String> settings) {
    this.name = name;
    this.output = directory.resolve(name + ".log");
    this.settings = new ArrayList<>(settings);
    this.settings.add("-Dauthmock.store=redis");
    this.settings.add("-Dredis.uri=" + redisUri);
  }

  /** Launches one on this Redis; {@link #awaitStarted()} comes next. */
  static Node launch(String name, Path directory, String redisUri, String... settings) {
    Node node = new Node(name, directory, redisUri, List.of(settings));
    node.launch();
    return node;
  }

  /** Starts it (again) without waiting. */
  void launch() {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-Dmicronaut.server.port=" + port,
        "-Dauthmock.base-url=" + BASE_URL));
    command.addAll(settings);
    command.add("-jar");
    command.add(System.getProperty("authmock.jar"));
    try {
      process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says that it serves. */
  Node awaitStarted() {
    try {
      Await.until("a node serves", LIMIT, () -> {
        if (!process.isAlive()) {
          throw new AssertionError("it ended: " + output());
        }
        return output().contains("Auth Mock at ");
      });
    } catch (AssertionError e) {
      close();
      throw e;
    }
    return this;
  }

  /** Waits until it has ended by itself. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it goes on: " + output());
    }
    return process.exitValue();
  }

  /** {@code kill -9}. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  String url() {
    return "http://localhost:" + port;
  }

  /** All that it has printed since its last start. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  @Override
  public String toString() {
    return name;
  }
}
