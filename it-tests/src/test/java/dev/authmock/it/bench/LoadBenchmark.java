package dev.authmock.it.bench;

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
   * First on all cores, of which the load generator takes a part, as it does on a developer's machine;
   * then on all but one, which is the load generator's: it slows the service down by its very presence.
   */
  private static void cost(Path jar, BareSignatures bare) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    System.out.println("The service on all " + cores + " cores, shared with the load generator:");
    cost(jar, bare, List.of());
    if (cores > 1) {
      System.out.println("The service on " + (cores - 1) + " of " + cores
          + " cores, as in a container; the load generator has one to itself:");
      cost(jar, bare, List.of("-XX:ActiveProcessorCount=" + (cores - 1)));
    }
  }

  private static void cost(Path jar, BareSignatures bare, List<String> cores) throws Exception {
    List<String> options = new ArrayList<>(Arrays.asList(System.getProperty(
            "authmock.benchmark.jvm-options", "-Dauthmock.memory.max-entries=1000000")
        .split(" ")));
    options.addAll(cores);
    // As the README has it started.
    try (ServiceProcess service = ServiceProcess.launch(jar.resolveSibling("auth-mock"), options);
        JwksHost host = new JwksHost()) {
      TokenCost cost = new TokenCost(service, bare, new TokenRequests(service.baseUrl(), host));
      cost.warmUp();
      cost.report();
    }
  }
}
