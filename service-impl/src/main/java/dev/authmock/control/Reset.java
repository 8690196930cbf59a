package dev.authmock.control;

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

  /** Forgets what has come in since the server started; what was configured stays. */
  public void all() {
    state.forEach(Resettable::reset);
  }
}
