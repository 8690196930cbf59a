package dev.authmock.it.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /**
   * First as the README has it started, on all cores, of which the load generator takes its part; then,
   * for comparison, with a core that is the load generator's: two programs on one core slow each other
   * down, and CPU time counts that.
   */
  private static void cost(Path jar, BareSignatures bare) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    System.out.println("The service on all " + cores + " cores, shared with the load generator:");
    cost(jar, bare, List.of());
    List<String> pinned = List.of("taskset", "--cpu-list", "0-" + (cores - 2));
    if (cores > 1 && isPossible(pinned)) {
      System.out.println("The service kept to " + (cores - 1) + " of " + cores
          + " cores, for comparison; the load generator has one to itself:");
      cost(jar, bare, pinned);
    } else {
      System.out.println(
          "NOT RUN: the service kept off one core, for there is no taskset that can");
    }
  }

  private static boolean isPossible(List<String> pinned) throws InterruptedException {
    try {
      List<String> command = new ArrayList<>(pinned);
      command.add("true");
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void cost(Path jar, BareSignatures bare, List<String> wrapper) throws Exception {
    List<String> options = Arrays.asList(System.getProperty(
            "authmock.benchmark.jvm-options", "-Dauthmock.memory.max-entries=1000000")
        .split(" "));
    Path launcher = jar.resolveSibling("auth-mock");
    try (ServiceProcess service = ServiceProcess.launch(wrapper, launcher, options);
        JwksHost host = new JwksHost()) {
      TokenCost cost = new TokenCost(service, bare, new TokenRequests(service.baseUrl(), host));
      cost.warmUp();
      cost.report();
    }
  }
}
