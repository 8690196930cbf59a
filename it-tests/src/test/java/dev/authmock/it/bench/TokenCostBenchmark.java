package dev.authmock.it.bench;

import dev.authmock.sdk.AuthMockClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Prints what a token of each grant costs the packaged service in CPU time of its process, beside
 * what the signatures alone cost in the same JVM.
 *
 * <p>CPU time of the server process, so that neither the load generator nor a busy machine counts.
 */
public final class TokenCostBenchmark {
  private static final int TOKENS = Integer.getInteger("authmock.benchmark.tokens", 20_000);
  private static final int WARM_UP = TOKENS / 2;
  private static final int CONNECTIONS = 16;

  private TokenCostBenchmark() {}

  /** Runs it; the system property {@code authmock.jar} says where the packaged service is. */
  public static void main(String[] args) throws Exception {
    Path jar = Path.of(System.getProperty("authmock.jar"));
    BareSignatures bare = new BareSignatures();
    try (ServiceProcess service =
        ServiceProcess.start(jar, List.of("-Dauthmock.store.max-entries=1000000"))) {
      AuthMockClient client =
          AuthMockClient.builder().baseUrl(service.baseUrl().toString()).build();
      TokenRequests requests = new TokenRequests(client);
      say("JDK %s, %s", System.getProperty("java.version"), bare.provider());
      say("%,d tokens of each grant over %d connections", TOKENS, CONNECTIONS);
      say("%-34s %14s %14s %8s %12s", "", "tokens/CPU-s", "bare/CPU-s", "ratio", "tokens/s");
      List<Grant> grants = List.of(
          new Grant("pre-authorized code + PIN", requests.preAuthorized(WARM_UP + TOKENS), 2, 0),
          new Grant("authorization_code + PKCE", requests.holderWallet(WARM_UP + TOKENS), 2, 0),
          new Grant(
              "authorization_code + assertion", requests.serviceWallet(WARM_UP + TOKENS), 2, 1));
      // All of them first, so that none is measured while the JVM still compiles for another.
      for (Grant grant : grants) {
        fire(service.baseUrl(), grant.requests.subList(0, WARM_UP));
      }
      for (Grant grant : grants) {
        report(grant, service, bare);
      }
    }
  }

  /** A kind of request, and the signatures that each of them takes. */
  private record Grant(String name, List<String> requests, int signatures, int verifications) {}

  private static void report(Grant grant, ServiceProcess service, BareSignatures bare)
      throws Exception {
    Duration cpuBefore = service.cpuTime();
    long start = System.nanoTime();
    fire(service.baseUrl(), grant.requests.subList(WARM_UP, WARM_UP + TOKENS));
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = service.cpuTime().minus(cpuBefore).toNanos() / 1e9;
    double perCpuSecond = TOKENS / cpuSeconds;
    double bareRate = bare.perCpuSecond(grant.signatures, grant.verifications, TOKENS / 4);
    say(
        "%-34s %,14.0f %,14.0f %7.0f%% %,12.0f",
        grant.name, perCpuSecond, bareRate, 100 * perCpuSecond / bareRate, TOKENS / seconds);
  }

  private static void fire(URI baseUrl, List<String> bodies) throws Exception {
    URI token = baseUrl.resolve("/conformance/v3/auth-mock/token");
    AtomicInteger next = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> done = IntStream.range(0, CONNECTIONS)
          .<Future<?>>mapToObj(i -> senders.submit(() -> send(token, bodies, next)))
          .toList();
      for (Future<?> sender : done) {
        sender.get();
      }
    } finally {
      senders.shutdown();
      senders.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  /** One connection: a client of its own keeps it open. */
  private static Object send(URI token, List<String> bodies, AtomicInteger next)
      throws IOException, InterruptedException {
    HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
      HttpResponse<String> response = http.send(
          HttpRequest.newBuilder(token)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(bodies.get(i)))
              .build(),
          HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException("No token: " + response.body());
      }
    }
    return token;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
