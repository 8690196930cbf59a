package dev.authmock.grant;

import dev.authmock.server.Resettable;
import java.time.Clock;
import java.time.Instant;

/** A {@link ReplayGuard} in the memory of this process. */
public final class InMemoryReplayGuard implements ReplayGuard, Resettable, MeasuredStore {
  /** About what one takes: all ids are digests. */
  private static final int BYTES = 256;

  private final ExpiringMap<Instant> claims;

  /** An empty guard. */
  public InMemoryReplayGuard(String name, long maxEntries, Clock clock) {
    this.claims = ExpiringMap.refusing(name, maxEntries, clock, until -> until, until -> BYTES);
  }

  @Override
  public boolean claim(String id, Instant until) {
    // Without room, what was used before is still told from what there is no room for.
    if (!claims.hasRoom()) {
      if (isClaimed(id)) {
        return false;
      }
      claims.requireRoom();
    }
    return claims.putIfAbsent(id, until);
  }

  @Override
  public boolean isClaimed(String id) {
    return claims.contains(id);
  }

  @Override
  public StoreLevel level() {
    return claims.level();
  }

  @Override
  public void reset() {
    claims.clear();
  }
}
