package dev.authmock.grant;

import java.time.Instant;
import java.util.Optional;

/**
 * Things that are handed out once and taken back once.
 *
 * <p>Each decision is one atomic operation on one entry. An entry that was used or is past its
 * lifetime is remembered for {@link #MEMORY_SECONDS} more, so that it can be told from one that
 * never was.
 *
 * @param <T> what is behind an id
 */
public interface SingleUseStore<T extends FlowMember> {
  /** For how long the end of an entry is remembered, in seconds. */
  int MEMORY_SECONDS = 600;

  /**
   * Hands out a value under an unguessable id.
   *
   * @throws dev.authmock.check.RefusedException if there is no room; nothing was stored
   */
  void put(String id, T value, Instant expiresAt);

  /**
   * Hands out a value that is only good together with a secret.
   *
   * @param tries how many wrong secrets end it
   * @throws dev.authmock.check.RefusedException if there is no room; nothing was stored
   */
  void put(String id, T value, Instant expiresAt, String secret, int tries);

  /** Looks at what is behind an id and could still be redeemed; decides nothing. */
  Optional<T> peek(String id);

  /** What {@link #redeem(String)} would answer now, by one look that changes nothing. */
  Redemption<T> foresee(String id);

  /**
   * What {@link #redeem(String, String)} would answer now, by one look that changes nothing: the
   * tries left of a wrong secret are those after it, though it costs none.
   */
  Redemption<T> foresee(String id, String secret);

  /** Takes what is behind an id that needs no secret. */
  Redemption<T> redeem(String id);

  /** Takes what is behind an id, if the secret is right; a wrong one costs a try. */
  Redemption<T> redeem(String id, String secret);
}
