package dev.authmock.it.thirdparty;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The scripts of {@code src/test/node} with the libraries of their lock file, run by Node.
 *
 * <p>A test that needs them is aborted where they can't be had, for lack of Node or of a registry;
 * it fails there if {@code -Dauthmock.node=required}, or {@code AUTHMOCK_NODE=required} in the
 * environment, says that they must be.
 */
final class NodeProject {
  private static final int OLDEST_NODE = 20;
  private static final Duration INSTALLATION = Duration.ofMinutes(4);
  private static final Duration RUN = Duration.ofSeconds(45);
  private static final Path SOURCE = Path.of("src", "test", "node");
  private static final Path HOME = Path.of("target", "node");
  private static final Path LOCK = Path.of("package-lock.json");

  /** What npm writes when it has installed everything. */
  private static final Path INSTALLED = HOME.resolve(Path.of("node_modules", ".package-lock.json"));

  private NodeProject() {}

  /** The project with its libraries, which are installed unless the last build has done so. */
  static NodeProject installed() {
    try {
      requireNode();
      Files.createDirectories(HOME);
      // The tests run in several JVMs, of which one installs and the others wait.
      try (FileChannel lock = FileChannel.open(
              HOME.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock ignored = lock.lock()) {
        boolean upToDate =
            Files.exists(INSTALLED) && same(SOURCE.resolve(LOCK), HOME.resolve(LOCK));
        copySource();
        if (!upToDate) {
          install();
        }
      }
      return new NodeProject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a script to its end.
   *
   * @param onLine is told each line of its log
   * @return the one line of JSON that it prints
   */
  JsonNode run(String script, List<String> arguments, Consumer<String> onLine) throws IOException {
    Command.Result result = Command.of(
            HOME, Stream.concat(Stream.of("node", script), arguments.stream()).toList())
        .run(RUN, onLine);
    if (result.exitCode() != 0) {
      fail(script + " " + arguments + " failed:\n" + result.log());
    }
    return Json.read(result.output());
  }

  private static void requireNode() {
    try {
      String version = Command.of(Path.of("."), List.of("node", "--version"))
          .run(RUN, line -> {})
          .output()
          .strip();
      if (Integer.parseInt(version.replaceFirst("^v(\\d+).*$", "$1")) < OLDEST_NODE) {
        missing("Node " + version + " is older than " + OLDEST_NODE);
      }
    } catch (IOException | NumberFormatException e) {
      missing("there is no Node here: " + e.getMessage());
    }
  }

  /** Leaves alone what is there already, for a script of another test may just be read. */
  private static void copySource() throws IOException {
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = HOME.resolve(file.getFileName());
        if (!same(file, copy)) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static boolean same(Path file, Path copy) throws IOException {
    return Files.exists(copy) && Files.mismatch(file, copy) == -1;
  }

  private static void install() {
    String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
    List<String> command = List.of(npm, "ci", "--ignore-scripts", "--no-fund", "--no-audit");
    try {
      Command.Result result = Command.of(HOME, command).run(INSTALLATION, line -> {});
      if (result.exitCode() != 0) {
        missing("npm could not install the libraries:\n" + result.log());
      }
    } catch (IOException e) {
      missing("there is no npm here: " + e.getMessage());
    }
  }

  private static void missing(String what) {
    String message = what + ". Nothing that was not written here has been run against the service.";
    if ("required".equals(System.getProperty("authmock.node", System.getenv("AUTHMOCK_NODE")))) {
      fail(message);
    }
    abort(message);
  }
}
