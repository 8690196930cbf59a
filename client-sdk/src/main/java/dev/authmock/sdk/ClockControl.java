package dev.authmock.sdk;

import dev.authmock.sdk.control.api.ClockApi;
import dev.authmock.sdk.control.model.ClockReading;
import dev.authmock.sdk.control.model.ClockSetting;
import dev.authmock.sdk.control.model.ClockStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The clock by which the server decides what has expired. Immutable and thread-safe.
 *
 * <p>A wallet whose JWTs are made by the time of the machine may find them too old or too new after
 * the server's clock was moved; the wallets of this SDK can be given a {@link java.time.Clock}.
 */
public final class ClockControl {

  private final Calls calls;
  private final ClockApi clock;

  ClockControl(Calls calls, Transport transport) {
    this.calls = calls;
    this.clock = new ClockApi(transport);
  }

  /**
   * What the clock shows.
   *
   * @return the time, and whether it stands still
   */
  public ClockReading read() {
    return calls.answer(clock::readClockWithHttpInfo, ClockReading::getNow);
  }

  /**
   * Puts the clock to a time, from where it goes on, or at which it stands if it is frozen.
   *
   * @param now a time from 1970 to the year 9999
   * @return what the clock shows
   * @throws AuthMockException if it is another time
   */
  public ClockReading set(Instant now) {
    ClockSetting setting =
        new ClockSetting().now(Objects.requireNonNull(now, "now").toString());
    return calls.answer(() -> clock.setClockWithHttpInfo(setting), ClockReading::getNow);
  }

  /**
   * Lets time pass, whether the clock runs or is frozen.
   *
   * @param by more than zero
   * @return what the clock shows
   * @throws AuthMockException if it is not more than zero, or leads past the year 9999
   */
  public ClockReading advance(Duration by) {
    ClockStep step = new ClockStep().by(Objects.requireNonNull(by, "by").toString());
    return calls.answer(() -> clock.advanceClockWithHttpInfo(step), ClockReading::getNow);
  }

  /**
   * Lets the clock stand still at the time that it shows.
   *
   * @return what the clock shows
   */
  public ClockReading freeze() {
    return calls.answer(clock::freezeClockWithHttpInfo, ClockReading::getNow);
  }

  /**
   * Lets a frozen clock go on from where it stands.
   *
   * @return what the clock shows
   */
  public ClockReading resume() {
    return calls.answer(clock::resumeClockWithHttpInfo, ClockReading::getNow);
  }

  /**
   * Goes back to the time of the machine.
   *
   * @return what the clock shows
   */
  public ClockReading reset() {
    return calls.answer(clock::resetClockWithHttpInfo, ClockReading::getNow);
  }

  /**
   * The generated operations on the clock, for what has no method here.
   *
   * @return the operations, with the control token where one is set
   */
  public ClockApi api() {
    return clock;
  }
}
