package dev.authmock.fault;

import dev.authmock.api.control.model.FaultOrder;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.server.Resettable;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that were injected; the newest of those that have ended are remembered. */
@Singleton
public class Faults implements Resettable {
  static final int MAX_LIVE = 100;
  static final int MAX_ENDED = 100;

  private final OrderRules rules;
  private final Clock clock;

  /** Oldest first, guarded by this. */
  private final List<Fault> all = new ArrayList<>();

  /** Those of them that may still hit; read by every request, and so without a lock. */
  private volatile List<Fault> live = List.of();

  private int namesMadeUp;

  Faults(OrderRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Injects a fault, which hits from now on.
   *
   * @throws dev.authmock.check.RefusedException if there can be no such fault
   */
  public Fault inject(FaultOrder order, Evaluation evaluation) {
    Map<String, JsonNode> members = rules.require(order, evaluation);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    synchronized (this) {
      settle(now);
      evaluation.require(
          ControlCheck.FAULT_NAME_FREE,
          order.getName() == null || find(order.getName()).isEmpty(),
          () -> Difference.of("a name that no other fault has", order.getName()));
      evaluation.require(
          ControlCheck.FAULT_ROOM,
          live.size() < MAX_LIVE,
          () -> new Difference(
              "fewer than " + MAX_LIVE + " faults that have not ended", live.size() + " of them"));
      Fault fault = new Fault(name(order.getName()), order, members, now);
      all.add(fault);
      settle(now);
      return fault;
    }
  }

  /** All of them, the oldest first. */
  public synchronized List<Fault> list() {
    settle(clock.instant());
    return List.copyOf(all);
  }

  /** The fault with that name. */
  public synchronized Optional<Fault> find(String name) {
    return all.stream().filter(fault -> fault.name().equals(name)).findFirst();
  }

  /** Removes a fault, and says whether there was one with that name. */
  public synchronized boolean remove(String name) {
    Optional<Fault> found = find(name);
    found.ifPresent(fault -> {
      fault.end();
      all.remove(fault);
      settle(clock.instant());
    });
    return found.isPresent();
  }

  /** Removes all of them. */
  public synchronized void removeAll() {
    all.forEach(Fault::end);
    all.clear();
    live = List.of();
  }

  @Override
  public synchronized void reset() {
    removeAll();
    namesMadeUp = 0;
  }

  /** Those that may still hit, the oldest first; mostly there are none. */
  List<Fault> live() {
    return live;
  }

  /** Takes one hit from a fault that matches, unless it has ended by now. */
  boolean take(Fault fault) {
    Instant now = clock.instant();
    boolean taken = fault.take(now);
    if (fault.hasEnded(now)) {
      synchronized (this) {
        settle(now);
      }
    }
    return taken;
  }

  /** Sorts out those that have ended, and forgets the oldest of these. */
  private void settle(Instant now) {
    List<Fault> hitting = all.stream().filter(fault -> !fault.hasEnded(now)).toList();
    int tooMany = all.size() - hitting.size() - MAX_ENDED;
    if (tooMany > 0) {
      all.removeAll(
          all.stream().filter(fault -> fault.hasEnded(now)).limit(tooMany).toList());
    }
    live = hitting;
  }

  private String name(@Nullable String ordered) {
    String name = ordered;
    while (name == null || (ordered == null && find(name).isPresent())) {
      namesMadeUp++;
      name = "fault-" + namesMadeUp;
    }
    return name;
  }
}
