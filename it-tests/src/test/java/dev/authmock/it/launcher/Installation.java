package dev.authmock.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher beside an empty jar, and a JVM that only notes how it is called. */
final class Installation {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("authmock.jar")).resolveSibling("auth-mock").toAbsolutePath();

  /** Notes its arguments (and its environment, in the training), and writes what it is told to. */
  private static final String JVM = """
      #!/bin/sh
      home=$(dirname "$0")/..
      echo "$*" >> "$home/calls"
      for option; do
        case $option in
          -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*)
            env > "$home/environment"
            if [ -e "$home/fails" ]; then exit 1; fi
            echo classes > "${option#*=}" ;;
        esac
      done
      """;

  final Path jar;
  private final Path root;
  private final Path javaHome;
  private final List<String> prefix = new ArrayList<>();

  Installation(Path root, String javaVersion) throws IOException {
    this.root = root;
    this.jar = Files.createDirectories(root.resolve("app")).resolve("auth-mock.jar");
    this.javaHome = root.resolve("jvm");
    Files.writeString(jar, "a jar");
    executable(root.resolve("app/auth-mock"), Files.readString(LAUNCHER));
    Files.createDirectories(javaHome.resolve("bin"));
    executable(javaHome.resolve("bin/java"), JVM);
    release(javaVersion);
  }

  /** What the JVM says of itself. */
  void release(String javaVersion) throws IOException {
    Files.writeString(
        javaHome.resolve("release"), "JAVA_RUNTIME_VERSION=\"" + javaVersion + "\"\n");
  }

  /** From now on the training fails. */
  void failTraining() throws IOException {
    Files.createFile(javaHome.resolve("fails"));
  }

  /** From now on it is run by such a command. */
  void runBy(List<String> command) {
    prefix.addAll(command);
  }

  /** Runs the launcher from another folder than its own, and returns its exit code. */
  int run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(root.resolve("app/auth-mock").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = in(Path.of("/"), command);
    builder.environment().put("AUTHMOCK_STORE", "redis");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Runs a script beside the folder of the jar, and returns what it prints. */
  String shell(String script) throws IOException, InterruptedException {
    Process process = in(root, List.of("sh", "-c", script))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private ProcessBuilder in(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().put("XDG_CACHE_HOME", root.resolve("cache").toString());
    return builder;
  }

  /** How the JVM was called since the last look: its arguments, one line a call. */
  List<String> calls() throws IOException {
    Path calls = javaHome.resolve("calls");
    List<String> lines = Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    Files.deleteIfExists(calls);
    return lines;
  }

  /** The environment of the last training. */
  String environment() throws IOException {
    return Files.readString(javaHome.resolve("environment"));
  }

  /** Where jar and launcher are. */
  Path folder() {
    return root.resolve("app");
  }

  /** Everything in the folder of the jar but jar and launcher. */
  List<Path> archives() throws IOException {
    return archives(folder());
  }

  /** Everything in the user's cache. */
  List<Path> archivesInCache() throws IOException {
    return archives(root.resolve("cache/auth-mock"));
  }

  private static List<Path> archives(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("auth-mock-"))
          .toList();
    }
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
