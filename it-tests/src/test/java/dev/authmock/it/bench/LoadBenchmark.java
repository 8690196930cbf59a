package dev.authmock.it.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Prints what the packaged service costs, on the JVM that runs this: {@code cost} of tokens, {@code
 * start}, {@code flat} cost when much is outstanding, the heap after a {@code day} of traffic, and
 * honest requests beside {@code junk}.
 */
public final class LoadBenchmark {
  private LoadBenchmark() {}

  /**
   * Runs it.
   *
   * <p>The system property {@code authmock.jar} says where the packaged service is, {@code
   * authmock.benchmark} what to print of the above, all of it where it is not set.
   */
  public static void main(String[] args) throws Exception {
    Path jar = Path.of(System.getProperty("authmock.jar"));
    List<String> wanted = Arrays.asList(
        System.getProperty("authmock.benchmark", "cost,start,flat,day,junk").split(","));
    BareSignatures bare = new BareSignatures();
    System.out.println("JDK " + System.getProperty("java.version") + ", " + bare.provider());
    if (wanted.contains("cost")) {
      cost(jar, bare);
    }
    if (wanted.contains("start")) {
      StartUpBenchmark.report(jar);
    }
    if (wanted.contains("flat")) {
      FlatCost.report(jar, bare);
    }
    if (wanted.contains("day")) {
      FlatCost.day(jar);
    }
    if (wanted.contains("junk")) {
      JunkBeside.report(jar);
    }
  }

  private static void cost(Path jar, BareSignatures bare) throws Exception {
    List<String> options = Arrays.asList(System.getProperty(
            "authmock.benchmark.jvm-options", "-Dauthmock.memory.max-entries=1000000")
        .split(" "));
    // As the README has it started.
    try (ServiceProcess service = ServiceProcess.launch(jar.resolveSibling("auth-mock"), options);
        JwksHost host = new JwksHost()) {
      TokenCost cost = new TokenCost(service, bare, new TokenRequests(service.baseUrl(), host));
      cost.warmUp();
      cost.report();
    }
  }
}
