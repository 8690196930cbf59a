package dev.authmock.grant;

import java.time.Instant;

/**
 * Things that may be looked at as often as need be, until their time is up.
 *
 * <p>What is past its time is remembered for {@link SingleUseStore#MEMORY_SECONDS} more, so that it
 * can be told from what never was.
 *
 * @param <T> what is behind an id
 */
public interface ExpiringStore<T extends FlowMember> {
  /**
   * Keeps a value under an unguessable id.
   *
   * @throws dev.authmock.check.RefusedException if there is no room; nothing was stored
   */
  void put(String id, T value, Instant expiresAt);

  /** What is behind an id. */
  Lookup<T> find(String id);

  /** Forgets what is behind an id. */
  void remove(String id);
}
