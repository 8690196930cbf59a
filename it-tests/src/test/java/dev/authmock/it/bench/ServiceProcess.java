package dev.authmock.it.bench;

import dev.authmock.it.support.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, on a free port of this machine. */
public final class ServiceProcess implements AutoCloseable {
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final Process process;
  private final int port;
  private final String startLine;

  private ServiceProcess(Process process, int port, String startLine) {
    this.process = process;
    this.port = port;
    this.startLine = startLine;
  }

  /**
   * Starts the jar, and waits until it says that it serves.
   *
   * @param options of the JVM, system properties among them
   */
  public static ServiceProcess start(Path jar, List<String> options) throws IOException {
    int port = FreePort.find();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.add("-Dmicronaut.server.port=" + port);
    command.add("-jar");
    command.add(jar.toString());
    return start(command, port);
  }

  /**
   * Starts the launcher on the JVM of this process, and waits until it says that it serves.
   *
   * @param options of the JVM, system properties among them
   */
  public static ServiceProcess launch(Path launcher, List<String> options) throws IOException {
    return launch(List.of(), launcher, options);
  }

  /**
   * The same within another command, which must become that process.
   *
   * @param wrapper such as {@code taskset} with its options
   */
  static ServiceProcess launch(List<String> wrapper, Path launcher, List<String> options)
      throws IOException {
    int port = FreePort.find();
    List<String> command = new ArrayList<>(wrapper);
    command.add(launcher.toString());
    command.addAll(options);
    command.add("-Dmicronaut.server.port=" + port);
    return start(command, port);
  }

  private static ServiceProcess start(List<String> command, int port) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains("Auth Mock at ")) {
        drain(output);
        return new ServiceProcess(process, port, line);
      }
    }
    throw new IOException("The service did not start; it said:\n" + said);
  }

  /** Scheme, host and port. */
  public URI baseUrl() {
    return URI.create("http://localhost:" + port);
  }

  /** The line that says where it serves, and with which crypto provider. */
  public String startLine() {
    return startLine;
  }

  /** User and system time that the process has used. */
  public Duration cpuTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** How much memory the process has resident. */
  public long residentBytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("This system does not say how much memory the service has");
  }

  /** How much of the heap is in use right after a full collection. */
  long heapBytes() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    if (!used.find()) {
      throw new IOException("This JVM does not say how full its heap is");
    }
    return Long.parseLong(used.group(1)) * 1024;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process jcmd = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(process.pid()),
            command)
        .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return said;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** A process whose output nobody reads stops when the pipe is full. */
  private static void drain(BufferedReader output) {
    Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "service output");
    reader.setDaemon(true);
    reader.start();
  }
}
