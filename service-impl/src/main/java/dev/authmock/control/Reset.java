package dev.authmock.control;

import dev.authmock.check.RefusedException;
import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Starts the server's state afresh, whoever asks for it. */
@Singleton
public class Reset {
  private final Collection<Resettable> state;

  Reset(Collection<Resettable> state) {
    this.state = state;
  }

  /**
   * Forgets what has come in since the server started; what was configured stays.
   *
   * @throws RefusedException if a part of it can't be reached; all others are reset then
   */
  public void all() {
    RefusedException first = null;
    for (Resettable part : state) {
      try {
        part.reset();
      } catch (RefusedException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
