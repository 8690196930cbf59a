package dev.authmock.it.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  public PackagedService(Path output) throws IOException {
    this.output = output;
    this.process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dmicronaut.server.port=-1",
            "-jar",
            System.getProperty("authmock.jar"))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
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
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not stop within 10 s");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
