package dev.authmock.sdk.wallet;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks once, when it is needed, and keeps the answer. A failure is not kept. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> source;
  private volatile @Nullable T value;

  Once(Supplier<T> source) {
    this.source = source;
  }

  /** Two threads may both ask at first; they get the same answer. */
  @Override
  public T get() {
    T kept = value;
    if (kept == null) {
      kept = source.get();
      value = kept;
    }
    return kept;
  }
}
