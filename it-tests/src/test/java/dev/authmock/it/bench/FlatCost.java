package dev.authmock.it.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Prints whether a token costs the same when much is outstanding, and what that takes of the heap. */
final class FlatCost {
  private static final int CODES = Integer.getInteger("authmock.benchmark.codes", 1_000_000);
  private static final int CLIENTS = Integer.getInteger("authmock.benchmark.clients", 100_000);
  private static final int FEW = 1_000;
  private static final double GOAL = 0.1;
  private static final int LIFETIME_SECONDS = 86_400;
  private static final int HOURS = 24;
  private static final int TOKENS_AN_HOUR = 5_000;

  private FlatCost() {}

  /** Fills the service, and measures before and after. */
  static void report(Path jar, BareSignatures bare) throws Exception {
    List<String> room = List.of(
        "-Xmx8g",
        "-Dauthmock.memory.max-entries=" + 2 * CODES,
        "-Dauthmock.registration.max-clients=" + 2 * CLIENTS);
    try (ServiceProcess service = ServiceProcess.start(jar, room);
        JwksHost host = new JwksHost()) {
      TokenRequests requests = new TokenRequests(service.baseUrl(), host);
      TokenCost cost = new TokenCost(service, bare, requests);
      requests.mintPreAuthorized(FEW, LIFETIME_SECONDS);
      requests.registerClients(FEW);
      cost.warmUp();
      say("With %,d codes outstanding and %,d clients:", FEW, FEW);
      List<Double> few = cost.report();
      long heap = service.heapBytes();
      for (int minted = FEW; minted < CODES; minted += 50_000) {
        requests.mintPreAuthorized(Math.min(50_000, CODES - minted), LIFETIME_SECONDS);
      }
      long full = service.heapBytes();
      say("%,d bytes of heap for each outstanding code", (full - heap) / (CODES - FEW));
      requests.registerClients(CLIENTS - FEW);
      say(
          "%,d bytes of heap for each registered client",
          (service.heapBytes() - full) / (CLIENTS - FEW));
      say("With %,d codes outstanding and %,d clients:", CODES, CLIENTS);
      List<Double> many = cost.report();
      double worst = 0;
      for (int i = 0; i < few.size(); i++) {
        double manyToFew = many.get(i) / few.get(i);
        say("tokens per CPU second, many to few, grant %d: %.2f", i + 1, manyToFew);
        worst = Math.max(worst, 1 - manyToFew);
      }
      say(
          "at the worst %.0f %% fewer; goal: within %.0f %%: %s",
          100 * worst, 100 * GOAL, worst <= GOAL ? "met" : "NOT MET");
    }
  }

  /** Lets a day of traffic pass by the clock of the service. */
  static void day(Path jar) throws Exception {
    try (ServiceProcess service = ServiceProcess.start(jar, List.of());
        JwksHost host = new JwksHost()) {
      TokenRequests requests = new TokenRequests(service.baseUrl(), host);
      long first = 0;
      for (int hour = 1; hour <= HOURS; hour++) {
        Volley.fire(service.baseUrl(), requests.preAuthorized(TOKENS_AN_HOUR));
        Volley.fire(service.baseUrl(), requests.inlineKeys(TOKENS_AN_HOUR));
        requests.mintPreAuthorized(TOKENS_AN_HOUR, 300);
        if (hour == 1) {
          first = service.heapBytes();
        }
        requests.advance(Duration.ofHours(1));
      }
      say(
          "Heap after the first hour %,d KB, after a day of %,d tokens and %,d forgotten codes %,d KB",
          first >> 10,
          2 * HOURS * TOKENS_AN_HOUR,
          HOURS * TOKENS_AN_HOUR,
          service.heapBytes() >> 10);
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
