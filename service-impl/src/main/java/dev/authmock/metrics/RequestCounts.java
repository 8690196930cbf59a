package dev.authmock.metrics;

import dev.authmock.check.Check;
import dev.authmock.journal.JournalEntry;
import dev.authmock.journal.JournalListener;
import dev.authmock.server.Endpoint;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests by what they came to; nothing that a client can choose is told apart.
 *
 * <p>It hears of every request, and so does little on each: the rest is left to who asks for the
 * metrics.
 */
@Singleton
class RequestCounts implements JournalListener {
  private final Map<Outcome, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<Endpoint, Times> times = new EnumMap<>(Endpoint.class);
  private final LongAdder faults = new LongAdder();

  RequestCounts() {
    for (Endpoint endpoint : Endpoint.values()) {
      times.put(endpoint, new Times(new LongAdder(), new LongAdder()));
    }
  }

  @Override
  public void added(JournalEntry entry) {
    Endpoint endpoint = entry.endpoint().orElse(null);
    count(endpoint, entry.status(), entry.failedCheck().map(Check::id).orElse(null));
    Times taken = endpoint == null ? null : times.get(endpoint);
    if (taken != null) {
      taken.count.increment();
      taken.nanos.add(entry.duration().toNanos());
    }
    if (!entry.faults().isEmpty()) {
      faults.add(entry.faults().size());
    }
  }

  @Override
  public void answered(String path, int status) {
    count(Endpoint.at(path).orElse(null), status, null);
  }

  private void count(@Nullable Endpoint endpoint, int status, @Nullable String failed) {
    Outcome outcome = new Outcome(endpoint, status, failed);
    LongAdder known = requests.get(outcome);
    if (known == null) {
      known = requests.computeIfAbsent(outcome, first -> new LongAdder());
    }
    known.increment();
  }

  /** How many requests came to what. */
  Map<Outcome, LongAdder> requests() {
    return requests;
  }

  /** How long those took at each endpoint on which a rule was tried. */
  Map<Endpoint, Times> times() {
    return times;
  }

  /** How many faults were injected. */
  LongAdder faults() {
    return faults;
  }

  /**
   * What a request came to.
   *
   * @param endpoint where it went; null for what is no conformance endpoint
   * @param status the HTTP status
   * @param failed the id of the rule that it broke, if any
   */
  record Outcome(
      @Nullable Endpoint endpoint, int status, @Nullable String failed) {}

  /** How many requests there were, and how many nanoseconds they took together. */
  record Times(LongAdder count, LongAdder nanos) {}
}
