package dev.authmock.it.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar as a process of its own on a free port; what it prints goes to a file. */
public final class PackagedService implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern URL = Pattern.compile("(http://localhost:\\d+)/conformance");

  private final Process process;
  private final Path output;

  /** Starts the jar that the build has packaged. */
  public PackagedService(Path output, String... options) throws IOException {
    this(output, Map.of(), options);
  }

  /** Starts it with these environment variables and these options of the JVM. */
  public PackagedService(Path output, Map<String, String> environment, String... options)
      throws IOException {
    this.output = output;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dmicronaut.server.port=-1");
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", System.getProperty("authmock.jar")));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    this.process = builder.start();
  }

  /** Waits until it has printed where it is. */
  public URI baseUrl() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end) && process.isAlive()) {
      Matcher url = URL.matcher(Files.readString(output));
      if (url.find()) {
        return URI.create(url.group(1));
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("it did not start: " + Files.readString(output));
  }

  /** What it has printed until now. */
  public List<String> lines() throws IOException {
    return Files.readAllLines(output);
  }

  /** Asks it to stop, as Ctrl-C does, and waits until it has. */
  public void stop() throws InterruptedException {
    askToStop();
    exitCode();
  }

  /** Asks it to stop, as Ctrl-C does. */
  public void askToStop() {
    process.destroy();
  }

  /** Waits until it has ended. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not stop within 10 s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
