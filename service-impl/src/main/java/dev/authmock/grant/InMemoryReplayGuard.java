package dev.authmock.grant;

import dev.authmock.server.Resettable;
import java.time.Clock;
import java.time.Instant;

/** A {@link ReplayGuard} in the memory of this process. */
public final class InMemoryReplayGuard implements ReplayGuard, Resettable {
  private final ExpiringMap<Instant> claims;

  /** An empty guard. */
  public InMemoryReplayGuard(String name, long maxEntries, Clock clock) {
    this.claims = ExpiringMap.refusing(name, maxEntries, clock, until -> until);
  }

  @Override
  public boolean claim(String id, Instant until) {
    if (isClaimed(id)) {
      return false;
    }
    claims.requireRoom();
    return claims.entries().putIfAbsent(id, until) == null;
  }

  @Override
  public boolean isClaimed(String id) {
    return claims.entries().containsKey(id);
  }

  @Override
  public void reset() {
    claims.clear();
  }
}
