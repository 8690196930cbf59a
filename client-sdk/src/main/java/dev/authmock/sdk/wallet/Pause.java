package dev.authmock.sdk.wallet;

import java.time.Duration;

/** How a wallet passes the time until it asks again: it sleeps, or a test advances its clock. */
@FunctionalInterface
public interface Pause {

  /**
   * Lets time pass.
   *
   * @param time how much of it
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void pause(Duration time) throws InterruptedException;
}
