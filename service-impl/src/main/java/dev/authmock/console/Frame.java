package dev.authmock.console;

import dev.authmock.server.MockClock;
import dev.authmock.server.Times;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of the console.
 *
 * @param told what was just done, in a sentence
 * @param clock what the clock shows
 * @param faults how many faults may still hit
 * @param mayLogOut whether the browser has a session to end
 */
public record Frame(
    @Nullable String told, MockClock.Reading clock, long faults, boolean mayLogOut) {

  /** What the clock shows, to the second. */
  public String time() {
    return Times.toTheSecond(clock.now());
  }

  /** Whether anything is other than it would be by itself. */
  public boolean isSteered() {
    return !clock.realTime() || faults > 0;
  }

  /** How many faults there are, in words. */
  public String faultCount() {
    return faults == 1 ? "1 fault" : faults + " faults";
  }
}
