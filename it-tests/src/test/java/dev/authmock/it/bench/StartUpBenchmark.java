package dev.authmock.it.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints how long it takes from the start to the first token, on the JVM that runs this. */
public final class StartUpBenchmark {
  private static final int RUNS = 5;

  private StartUpBenchmark() {}

  /** Runs it; the system property {@code authmock.jar} says where the packaged service is. */
  public static void main(String[] args) throws Exception {
    Path jar = Path.of(System.getProperty("authmock.jar"));
    System.out.println("JDK " + System.getProperty("java.version"));
    report(jar);
  }

  /** Prints each run and the median, started plainly and with the archive of classes. */
  static void report(Path jar) throws Exception {
    Path launcher = jar.resolveSibling("auth-mock");
    Start plain = () -> ServiceProcess.start(jar, List.of());
    Start launched = () -> ServiceProcess.launch(launcher, List.of());
    // What comes first reads the jar from the disk and has this JVM load its classes, or makes the
    // archive.
    time(plain);
    print("java -jar", times(plain));
    time(launched);
    print("with its archive", times(launched));
  }

  private interface Start {
    ServiceProcess service() throws IOException;
  }

  private static List<Duration> times(Start start) throws Exception {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      times.add(time(start));
    }
    return times;
  }

  private static Duration time(Start start) throws Exception {
    long begun = System.nanoTime();
    try (ServiceProcess service = start.service()) {
      FirstToken.redeem(service.baseUrl());
      return Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  private static void print(String what, List<Duration> times) {
    String each = times.stream().map(StartUpBenchmark::seconds).collect(Collectors.joining(", "));
    Duration median = times.stream().sorted().toList().get(RUNS / 2);
    System.out.printf("start to first token, %s: median %s s of %s%n", what, seconds(median), each);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1000.0);
  }
}
