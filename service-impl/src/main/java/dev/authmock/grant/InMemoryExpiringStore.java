package dev.authmock.grant;

import dev.authmock.server.Resettable;
import java.time.Clock;
import java.time.Instant;

/**
 * An {@link ExpiringStore} in the memory of this process.
 *
 * @param <T> what is behind an id
 */
public final class InMemoryExpiringStore<T extends FlowMember>
    implements ExpiringStore<T>, Resettable, MeasuredStore {
  private final Clock clock;
  private final ExpiringMap<Entry<T>> entries;

  /**
   * An empty store.
   *
   * @param name what it holds, for the error that it is full
   * @param maxEntries how many it holds at the most; more are refused
   */
  public InMemoryExpiringStore(String name, long maxEntries, Clock clock) {
    this.clock = clock;
    this.entries = ExpiringMap.refusing(
        name,
        maxEntries,
        clock,
        entry -> entry.expiresAt.plusSeconds(SingleUseStore.MEMORY_SECONDS),
        entry -> entry.value.weight());
  }

  @Override
  public void put(String id, T value, Instant expiresAt) {
    entries.requireRoom();
    entries.put(id, new Entry<>(value, expiresAt));
  }

  @Override
  public Lookup<T> find(String id) {
    Entry<T> entry = entries.get(id);
    return entry == null
        ? new Lookup<>(null, false)
        : new Lookup<>(entry.value, !clock.instant().isBefore(entry.expiresAt));
  }

  @Override
  public void remove(String id) {
    entries.remove(id);
  }

  @Override
  public StoreLevel level() {
    return entries.level();
  }

  @Override
  public void reset() {
    entries.clear();
  }

  private record Entry<T extends FlowMember>(T value, Instant expiresAt) {
    /** Says nothing of what is kept. */
    @Override
    public String toString() {
      return "Entry";
    }
  }
}
