package dev.authmock.fault;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.api.control.model.FaultKind;
import dev.authmock.api.control.model.FaultOrder;
import dev.authmock.api.control.model.RequestMatch;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A fault that was injected: what to do to which requests, how often it did so, and when it ends. */
public final class Fault {
  private static final int SHORT_SECONDS = 1;

  private final String name;
  private final FaultOrder order;
  private final Match match;
  private final Map<String, JsonNode> members;
  private final Instant createdAt;
  private final @Nullable Instant endsAt;
  private final @Nullable Integer times;
  private final AtomicInteger injected = new AtomicInteger();
  private volatile boolean ended;

  /** A fault as ordered, by rules that the order has kept. */
  Fault(String name, FaultOrder order, Map<String, JsonNode> members, Instant createdAt) {
    this.name = name;
    this.order = order;
    this.match = Match.of(order.getMatch());
    this.members = members;
    this.createdAt = createdAt;
    this.endsAt = order.getLifetime() == null ? null : createdAt.plusSeconds(order.getLifetime());
    this.times = timesOf(order);
  }

  private static @Nullable Integer timesOf(FaultOrder order) {
    if (Boolean.TRUE.equals(order.getEvery())) {
      return null;
    }
    return order.getTimes() == null ? Integer.valueOf(1) : order.getTimes();
  }

  /**
   * Takes one hit, unless the fault has ended: of any number of requests at once exactly {@link #times}
   * get one.
   */
  boolean take(Instant now) {
    if (hasEnded(now)) {
      return false;
    }
    int limit = times == null ? Integer.MAX_VALUE : times;
    int before = injected.getAndUpdate(count -> count < limit ? count + 1 : count);
    return before < limit || times == null;
  }

  /** Ends it before its time. */
  void end() {
    ended = true;
  }

  /** Whether it hits no more; what has ended stays so, also when the clock is put back. */
  public boolean hasEnded(Instant now) {
    if (!ended) {
      boolean usedUp = times != null && injected.get() >= times;
      boolean pastItsEnd = endsAt != null && !now.isBefore(endsAt);
      ended = usedUp || pastItsEnd;
    }
    return ended;
  }

  /** The name, which no other fault has. */
  public String name() {
    return name;
  }

  /** What it does. */
  public FaultKind kind() {
    return order.getKind();
  }

  /** Which requests it hits, as ordered. */
  public RequestMatch match() {
    return Objects.requireNonNullElseGet(order.getMatch(), RequestMatch::new);
  }

  /** Which requests it hits. */
  Match matching() {
    return match;
  }

  /** How many requests it hits; null for all. */
  public @Nullable Integer times() {
    return times;
  }

  /** How many requests it has hit. */
  public int injected() {
    return injected.get();
  }

  /** When it was injected, by the server's clock. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it ends by itself; null for never. */
  public @Nullable Instant endsAt() {
    return endsAt;
  }

  /** The order that it was made to. */
  FaultOrder order() {
    return order;
  }

  /** The OAuth error of a {@code problem}, if one was ordered. */
  @Nullable
  OAuthErrorCode error() {
    return order.getError();
  }

  /** By how much a {@code delay} delays. */
  Duration delay() {
    return Duration.ofMillis(order.getDelayMs() == null ? 0 : order.getDelayMs());
  }

  /** The one member whose JWT is hit; null for all. */
  @Nullable
  String token() {
    return order.getToken() == null ? null : order.getToken().getValue();
  }

  /** The {@code expires_in} of {@code short_expires_in}. */
  int expiresIn() {
    return order.getExpiresIn() == null ? SHORT_SECONDS : order.getExpiresIn();
  }

  /** What {@code extra_members} adds. */
  Map<String, JsonNode> members() {
    return members;
  }

  /** What {@code missing_members} leaves out. */
  List<String> missing() {
    return Objects.requireNonNullElse(order.getMissing(), List.of());
  }
}
