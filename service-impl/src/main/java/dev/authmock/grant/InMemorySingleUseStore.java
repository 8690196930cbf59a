package dev.authmock.grant;

import dev.authmock.grant.Redemption.Outcome;
import dev.authmock.server.Resettable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
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
public final class InMemorySingleUseStore<T> implements SingleUseStore<T>, Resettable {
  private final Clock clock;
  private final ExpiringMap<Entry<T>> entries;

  /** An empty store. */
  public InMemorySingleUseStore(String name, long maxEntries, Clock clock) {
    this.clock = clock;
    this.entries = new ExpiringMap<>(name, maxEntries, clock, Entry::forgetAt);
  }

  @Override
  public void put(String id, T value, Instant expiresAt) {
    put(id, new Entry<>(value, null, expiresAt, null, 0));
  }

  @Override
  public void put(String id, T value, Instant expiresAt, String secret, int tries) {
    put(id, new Entry<>(value, null, expiresAt, secret, tries));
  }

  private void put(String id, Entry<T> entry) {
    entries.requireRoom();
    entries.entries().put(id, entry);
  }

  @Override
  public Optional<T> peek(String id) {
    Entry<T> entry = entries.entries().get(id);
    return entry == null || entry.end != null || entry.isExpired(clock.instant())
        ? Optional.empty()
        : Optional.ofNullable(entry.value);
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
    // The map runs the function once, and no other attempt at the same id meanwhile.
    List<Redemption<T>> verdict = new ArrayList<>(1);
    entries.entries().computeIfPresent(id, (key, entry) -> {
      Attempt<T> attempt = entry.attempt(secret, clock.instant());
      verdict.add(attempt.verdict);
      return attempt.after;
    });
    return verdict.isEmpty() ? Redemption.of(Outcome.UNKNOWN) : verdict.get(0);
  }

  @Override
  public void reset() {
    entries.clear();
  }

  /** What an attempt leads to, and what is stored after it. */
  private record Attempt<T>(Redemption<T> verdict, Entry<T> after) {}

  /**
   * One thing handed out.
   *
   * @param value what it is; gone when it was taken or withdrawn
   * @param end how it ended, if it did
   * @param endsAt when it ended, or will have expired
   * @param secret what has to come with it, if anything
   * @param triesLeft how many wrong secrets end it
   */
  private record Entry<T>(
      @Nullable T value,
      @Nullable Outcome end,
      Instant endsAt,
      @Nullable String secret,
      int triesLeft) {

    Instant forgetAt() {
      return endsAt.plusSeconds(MEMORY_SECONDS);
    }

    boolean isExpired(Instant now) {
      return !now.isBefore(endsAt);
    }

    Attempt<T> attempt(@Nullable String attempted, Instant now) {
      if (end != null) {
        return new Attempt<>(Redemption.of(end), this);
      }
      if (isExpired(now)) {
        return new Attempt<>(Redemption.of(Outcome.EXPIRED), this);
      }
      if (secret != null && !isSecret(secret, attempted)) {
        Entry<T> after = triesLeft > 1 ? withTries(triesLeft - 1) : ended(Outcome.WITHDRAWN, now);
        return new Attempt<>(
            new Redemption<>(Outcome.WRONG_SECRET, null, Math.max(0, triesLeft - 1)), after);
      }
      return new Attempt<>(
          new Redemption<>(Outcome.REDEEMED, value, 0), ended(Outcome.ALREADY_USED, now));
    }

    private Entry<T> withTries(int left) {
      return new Entry<>(value, end, endsAt, secret, left);
    }

    private Entry<T> ended(Outcome how, Instant now) {
      return new Entry<>(null, how, now, null, 0);
    }

    private static boolean isSecret(String secret, @Nullable String attempted) {
      return attempted != null
          && MessageDigest.isEqual(
              secret.getBytes(StandardCharsets.UTF_8), attempted.getBytes(StandardCharsets.UTF_8));
    }
  }
}
