package dev.authmock.server;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first needed; where that fails, it is tried again the next time.
 *
 * @param <T> what it is
 */
public final class Late<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T value;

  /** One that is made by this; by several at once if they come at once, of which any will do. */
  public Late(Supplier<T> maker) {
    this.maker = maker;
  }

  /** The value, made now or before. */
  public T get() {
    T known = value;
    if (known == null) {
      known = maker.get();
      value = known;
    }
    return known;
  }
}
