package dev.authmock.grant;

import java.time.Instant;

/** A {@link ReplayGuard} that answers as another one would, and remembers nothing. */
public final class RehearsalReplayGuard implements ReplayGuard {
  private final ReplayGuard guard;

  /** A look at this guard. */
  public RehearsalReplayGuard(ReplayGuard guard) {
    this.guard = guard;
  }

  @Override
  public boolean claim(String id, Instant until) {
    return !guard.isClaimed(id);
  }

  @Override
  public boolean isClaimed(String id) {
    return guard.isClaimed(id);
  }
}
