package dev.authmock.grant;

import dev.authmock.grant.Redemption.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How what was handed out has ended, for some time after that; where there are too many, the oldest
 * ends are forgotten early.
 */
final class RecentlyEnded {
  private final long maxEnds;
  private final long memoryMillis;
  private final Clock clock;
  private final Map<String, End> oldestFirst = new LinkedHashMap<>();

  RecentlyEnded(long maxEnds, Duration memory, Clock clock) {
    this.maxEnds = maxEnds;
    this.memoryMillis = memory.toMillis();
    this.clock = clock;
  }

  /** Remembers an end that happens now. */
  void add(String id, Outcome how, String flowId) {
    long now = clock.millis();
    synchronized (this) {
      oldestFirst.put(id, new End(how, now, flowId));
      Iterator<End> ends = oldestFirst.values().iterator();
      while (ends.hasNext() && isOneTooMany(ends.next(), now)) {
        ends.remove();
      }
    }
  }

  private boolean isOneTooMany(End oldest, long now) {
    return oldestFirst.size() > maxEnds || isForgotten(oldest, now);
  }

  /** How it ended; one that was said to be forgotten stays so when the clock is set back. */
  synchronized @Nullable End find(String id) {
    End end = oldestFirst.get(id);
    if (end != null && isForgotten(end, clock.millis())) {
      oldestFirst.remove(id);
      return null;
    }
    return end;
  }

  private boolean isForgotten(End end, long now) {
    return now - end.at >= memoryMillis;
  }

  synchronized int size() {
    return oldestFirst.size();
  }

  synchronized void clear() {
    oldestFirst.clear();
  }

  /**
   * An end.
   *
   * @param at when, in milliseconds since 1970
   * @param flowId where it belonged
   */
  record End(Outcome how, long at, String flowId) {}
}
