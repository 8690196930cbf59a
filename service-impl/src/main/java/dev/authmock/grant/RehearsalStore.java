package dev.authmock.grant;

import java.time.Instant;
import java.util.Optional;

/**
 * A {@link SingleUseStore} that answers as another one would, and takes nothing from it.
 *
 * @param <T> what is behind an id
 */
public final class RehearsalStore<T extends FlowMember> implements SingleUseStore<T> {
  private final SingleUseStore<T> store;

  /** A look at this store. */
  public RehearsalStore(SingleUseStore<T> store) {
    this.store = store;
  }

  @Override
  public void put(String id, T value, Instant expiresAt) {
    throw handingOut();
  }

  @Override
  public void put(String id, T value, Instant expiresAt, String secret, int tries) {
    throw handingOut();
  }

  @Override
  public Optional<T> peek(String id) {
    return store.peek(id);
  }

  @Override
  public Redemption<T> foresee(String id) {
    return store.foresee(id);
  }

  @Override
  public Redemption<T> foresee(String id, String secret) {
    return store.foresee(id, secret);
  }

  @Override
  public Redemption<T> redeem(String id) {
    return store.foresee(id);
  }

  @Override
  public Redemption<T> redeem(String id, String secret) {
    return store.foresee(id, secret);
  }

  private static UnsupportedOperationException handingOut() {
    return new UnsupportedOperationException("a rehearsal hands out nothing");
  }
}
