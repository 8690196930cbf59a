package dev.authmock.grant;

import dev.authmock.grant.Redemption.Outcome;
import dev.authmock.server.Resettable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SingleUseStore} in the memory of this process.
 *
 * @param <T> what is behind an id
 */
public final class InMemorySingleUseStore<T extends FlowMember>
    implements SingleUseStore<T>, Resettable, MeasuredStore {
  private final Clock clock;
  private final ExpiringMap<Entry<T>> live;
  private final RecentlyEnded ended;

  /**
   * An empty store.
   *
   * @param maxEntries how many may be outstanding; as many that have ended are remembered
   */
  public InMemorySingleUseStore(String name, long maxEntries, Clock clock) {
    this.clock = clock;
    this.live = ExpiringMap.refusing(
        name, maxEntries, clock, entry -> forget(entry.expiresAt), Entry::weight);
    this.ended = new RecentlyEnded(maxEntries, Duration.ofSeconds(MEMORY_SECONDS), clock);
  }

  @Override
  public void put(String id, T value, Instant expiresAt) {
    put(id, new Entry<>(value, value.weight(), expiresAt, null, 0));
  }

  @Override
  public void put(String id, T value, Instant expiresAt, String secret, int tries) {
    put(id, new Entry<>(value, value.weight(), expiresAt, secret, tries));
  }

  private void put(String id, Entry<T> entry) {
    live.requireRoom();
    live.put(id, entry);
  }

  @Override
  public Optional<T> peek(String id) {
    return Optional.ofNullable(live.get(id))
        .filter(entry -> !entry.isExpired(clock.instant()))
        .map(Entry::value);
  }

  @Override
  public Redemption<T> foresee(String id) {
    return look(id, null);
  }

  @Override
  public Redemption<T> foresee(String id, String secret) {
    return look(id, secret);
  }

  private Redemption<T> look(String id, @Nullable String secret) {
    Entry<T> entry = live.get(id);
    return entry == null ? howItEnded(id) : entry.attempt(secret, clock.instant()).verdict;
  }

  @Override
  public Redemption<T> redeem(String id) {
    return attempt(id, null);
  }

  @Override
  public Redemption<T> redeem(String id, String secret) {
    return attempt(id, secret);
  }

  private Redemption<T> attempt(String id, @Nullable String secret) {
    List<Redemption<T>> verdict = new ArrayList<>(1);
    // The map runs the function once, and no other attempt at the same id meanwhile.
    live.computeIfPresent(id, (key, entry) -> {
      Attempt<T> attempt = entry.attempt(secret, clock.instant());
      verdict.add(attempt.verdict);
      if (attempt.end != null) {
        // Before the entry goes: whoever finds it gone finds out how it ended.
        ended.add(key, attempt.end, entry.value.flowId());
      }
      return attempt.after;
    });
    return verdict.isEmpty() ? howItEnded(id) : verdict.get(0);
  }

  private Redemption<T> howItEnded(String id) {
    RecentlyEnded.End end = ended.find(id);
    return end == null ? Redemption.unknown() : Redemption.of(end.how(), end.flowId());
  }

  @Override
  public StoreLevel level() {
    return live.level();
  }

  @Override
  public void reset() {
    live.clear();
    ended.clear();
  }

  private static Instant forget(Instant end) {
    return end.plusSeconds(MEMORY_SECONDS);
  }

  /**
   * What an attempt leads to.
   *
   * @param verdict for the one who tried
   * @param after what is outstanding after it, if anything
   * @param end how the entry ended, if it did
   */
  private record Attempt<T extends FlowMember>(
      Redemption<T> verdict,
      @Nullable Entry<T> after,
      @Nullable Outcome end) {}

  /**
   * One thing handed out.
   *
   * @param weight how much memory it takes, asked for once: it may have a lot in it
   * @param secret what has to come with it, if anything
   * @param triesLeft how many wrong secrets end it
   */
  private record Entry<T extends FlowMember>(
      T value, long weight, Instant expiresAt, @Nullable String secret, int triesLeft) {

    boolean isExpired(Instant now) {
      return !now.isBefore(expiresAt);
    }

    Attempt<T> attempt(@Nullable String attempted, Instant now) {
      if (isExpired(now)) {
        return new Attempt<>(Redemption.expired(value.flowId(), expiresAt), this, null);
      }
      if (secret == null || isSecret(secret, attempted)) {
        return new Attempt<>(
            new Redemption<>(Outcome.REDEEMED, value, 0, value.flowId()),
            null,
            Outcome.ALREADY_USED);
      }
      int left = Math.max(0, triesLeft - 1);
      Redemption<T> wrong = new Redemption<>(Outcome.WRONG_SECRET, null, left, value.flowId());
      return left > 0
          ? new Attempt<>(wrong, new Entry<>(value, weight, expiresAt, secret, left), null)
          : new Attempt<>(wrong, null, Outcome.WITHDRAWN);
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
      return "Entry";
    }

    private static boolean isSecret(String secret, @Nullable String attempted) {
      return attempted != null
          && MessageDigest.isEqual(
              secret.getBytes(StandardCharsets.UTF_8), attempted.getBytes(StandardCharsets.UTF_8));
    }
  }
}
