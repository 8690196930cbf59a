package dev.authmock.it.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * What a token of each grant costs the service in CPU time of its process, beside what the signatures
 * alone cost in the same JVM with the same provider.
 *
 * <p>CPU time of the server process, so that neither the load generator nor a busy machine counts.
 */
final class TokenCost {
  private static final int TOKENS = Integer.getInteger("authmock.benchmark.tokens", 20_000);
  private static final int ROUNDS = Integer.getInteger("authmock.benchmark.rounds", 5);
  private static final int WARM_UP_SECONDS = Integer.getInteger("authmock.benchmark.warm-up", 20);

  private final ServiceProcess service;
  private final BareSignatures bare;
  private final TokenRequests requests;
  private final List<Grant> grants;

  TokenCost(ServiceProcess service, BareSignatures bare, TokenRequests requests) {
    this.service = service;
    this.bare = bare;
    this.requests = requests;
    this.grants = List.of(
        new Grant("pre-authorized code + PIN", requests::preAuthorized, "55%"),
        new Grant("authorization_code + PKCE", requests::pkce, "none"),
        new Grant("authorization_code + assertion", requests::inlineKeys, "75%"),
        new Grant("  the same, keys at its jwks_uri", requests::remoteKeys, "75%"));
  }

  /** Fires until that long has been fired, all grants in turn. */
  void warmUp() throws IOException {
    double fired = 0;
    while (fired < WARM_UP_SECONDS) {
      for (Grant grant : grants) {
        fired += fire(grant.requests.apply(TOKENS / 2)).seconds();
      }
    }
  }

  /**
   * Measures all grants in turn, several times, and prints the medians.
   *
   * @return tokens per CPU second of each grant
   */
  List<Double> report() throws Exception {
    List<Measured> measured = new ArrayList<>();
    grants.forEach(grant -> measured.add(new Measured(grant)));
    for (int round = 0; round < ROUNDS; round++) {
      for (Measured grant : measured) {
        measure(grant);
      }
    }
    say(
        "%,d tokens of each grant, medians of %d rounds, %d connections, %d s of warm-up",
        TOKENS * ROUNDS, ROUNDS, Volley.CONNECTIONS, WARM_UP_SECONDS);
    say(
        "%-34s %12s %12s %7s %5s %10s %9s %9s %9s",
        "",
        "tokens/CPU-s",
        "bare/CPU-s",
        "ratio",
        "goal",
        "tokens/s",
        "p50 ms",
        "p99 ms",
        "p99.9 ms");
    measured.forEach(Measured::print);
    say("RSS of the service %,d MB", service.residentBytes() >> 20);
    return measured.stream().map(grant -> median(grant.perCpuSecond)).toList();
  }

  private void measure(Measured grant) throws Exception {
    List<byte[]> sent = grant.grant.requests.apply(TOKENS);
    Duration before = service.cpuTime();
    Volley volley = fire(sent);
    double cpuSeconds = service.cpuTime().minus(before).toNanos() / 1e9;
    double bareRate = bare.perCpuSecond(
        TokenRequests.tokens(volley.bodies().get(0)),
        TokenRequests.assertions(sent.get(0)),
        requests.clientKey(),
        TOKENS / 4);
    grant.perCpuSecond.add(TOKENS / cpuSeconds);
    grant.bare.add(bareRate);
    grant.ratio.add(TOKENS / cpuSeconds / bareRate);
    grant.perSecond.add(TOKENS / volley.seconds());
    grant.nanos.add(volley.nanos());
  }

  private Volley fire(List<byte[]> requests) throws IOException {
    return Volley.fire(service.baseUrl(), requests);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /**
   * A kind of request; each of them takes two signatures.
   *
   * @param goal which part of the bare signatures' rate is wanted
   */
  private record Grant(String name, IntFunction<List<byte[]>> requests, String goal) {}

  /** What was measured of one grant, round by round. */
  private static final class Measured {
    private final Grant grant;
    private final List<Double> perCpuSecond = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> ratio = new ArrayList<>();
    private final List<Double> perSecond = new ArrayList<>();
    private final List<long[]> nanos = new ArrayList<>();

    Measured(Grant grant) {
      this.grant = grant;
    }

    void print() {
      long[] all = nanos.stream().flatMapToLong(Arrays::stream).toArray();
      say(
          "%-34s %,12.0f %,12.0f %6.1f%% %5s %,10.0f %9.2f %9.2f %9.2f",
          grant.name,
          median(perCpuSecond),
          median(bare),
          100 * median(ratio),
          grant.goal,
          median(perSecond),
          Volley.quantileMillis(all, 0.5),
          Volley.quantileMillis(all, 0.99),
          Volley.quantileMillis(all, 0.999));
    }
  }
}
